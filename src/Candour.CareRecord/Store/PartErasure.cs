using System.Text.Json;
using Candour.CareRecord.Erasure;
namespace Candour.CareRecord.Store;

/// <summary>
/// The one way a part goes: marked in <c>erased</c> and deleted in the transaction that appends the erasure event. On
/// PostgreSQL a function of another role does it, so that the application's own role cannot. With its core an event leaves
/// the index too: type, stream and time are forgotten. Both databases look at the event itself: it has to be an erasure, to
/// name the part, and to be of the very transaction that deletes it.
/// </summary>
internal static class PartErasure
{
    public static string PostgresFunction(string role) =>
        $"""
         create or replace function erase_part(of_leaf bigint, of_ordinal integer, by_event bigint) returns void
         language plpgsql security definer set search_path = public as $$
         declare of_provider text := nullif(current_setting('app.provider', true), '');
         begin
           -- Leaves and parts are insert only, so what this transaction inserted is what it appended.
           if not exists (
             select 1 from part p
             join leaf l on l.provider = p.provider and l.id = p.leaf and l.xmin = pg_current_xact_id()::xid
             join position n on n.provider = p.provider and n.leaf = of_leaf
             where p.provider = of_provider and p.leaf = by_event and p.ordinal = 0 and p.xmin = pg_current_xact_id()::xid
               and convert_from(p.bytes, 'UTF8')::jsonb ->> 'type' = 'PartsErased'
               and convert_from(p.bytes, 'UTF8')::jsonb -> 'parts' ? (n.position || '.' || of_ordinal)) then
             raise exception 'a part is deleted by erasure only';
           end if;
           -- The index leads to the other parts of an event; without it nobody would find them again.
           if of_ordinal = 0 and exists (
             select 1 from part p where p.provider = of_provider and p.leaf = of_leaf and p.ordinal <> 0) then
             raise exception 'the core of an event is deleted last';
           end if;
           insert into erased (provider, leaf, ordinal, by_leaf) values (of_provider, of_leaf, of_ordinal, by_event);
           delete from part p where p.provider = of_provider and p.leaf = of_leaf and p.ordinal = of_ordinal;
           if of_ordinal = 0 then
             delete from event_index e where e.provider = of_provider and e.leaf = of_leaf;
           end if;
         end $$;
         revoke all on function erase_part(bigint, integer, bigint) from public;
         grant execute on function erase_part(bigint, integer, bigint) to {role};
         """;

    /// <summary>
    /// SQLite: nothing is marked as erased but by the event being appended. A command's row is written last of all, so an event
    /// no command has yet is of the transaction that is still open.
    /// </summary>
    public const string SqliteTrigger =
        """
        create trigger if not exists erased_insert before insert on erased
        when not exists (
          select 1 from part p
          join position n on n.provider = p.provider and n.leaf = new.leaf
          join json_each(cast(p.bytes as text), '$.parts') named on named.value = n.position || '.' || new.ordinal
          where p.provider = new.provider and p.leaf = new.by_leaf and p.ordinal = 0
            and json_extract(cast(p.bytes as text), '$.type') = 'PartsErased'
            and not exists (select 1 from command c where c.provider = new.provider and c.last_leaf >= new.by_leaf))
        begin select raise(abort, 'a part is deleted by erasure only'); end
        """;

    /// <summary>SQLite: as long as an event has another part its core stays, and with it the index that leads to them.</summary>
    public const string SqliteCoreLast =
        """
        create trigger if not exists erased_core_last before insert on erased
        when new.ordinal = 0
          and exists (select 1 from part p where p.provider = new.provider and p.leaf = new.leaf and p.ordinal <> 0)
        begin select raise(abort, 'the core of an event is deleted last'); end
        """;

    /// <summary>The parts an erasure event names, as "position.ordinal"; none where the bytes are of another event.</summary>
    public static IReadOnlySet<string> NamedIn(byte[] core)
    {
        try
        {
            using var json = JsonDocument.Parse(core);
            return json.RootElement.GetProperty("type").ValueEquals(nameof(PartsErased))
                ? json.RootElement.GetProperty("parts").EnumerateArray().Select(p => p.GetString()!).ToHashSet()
                : new HashSet<string>();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Damaged: reported where its own leaf is looked at.
            return new HashSet<string>();
        }
    }

    /// <summary>Deletes one part inside the given transaction, on SQLite.</summary>
    public static void OnSqlite(Action<string, object?[]> run, string provider, long leaf, int ordinal, long byLeaf)
    {
        run("insert into erased (provider, leaf, ordinal, by_leaf) values (@p0,@p1,@p2,@p3)", [provider, leaf, ordinal, byLeaf]);
        run("delete from part where provider=@p0 and leaf=@p1 and ordinal=@p2", [provider, leaf, ordinal]);
        if (ordinal == 0)
            run("delete from event_index where provider=@p0 and leaf=@p1", [provider, leaf]);
    }
}
