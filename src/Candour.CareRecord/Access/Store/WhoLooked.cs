using System.Text.Json;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Access.Store;

/// <summary>One line of "Who has looked at my record".</summary>
/// <param name="Name">As colleagues call them; null for the patient themselves.</param>
/// <param name="Part">In plain words.</param>
/// <param name="Why">The task or reason; empty when none was given.</param>
public sealed record LookLine(Moment At, string? Name, string Role, string Part, string Why, bool InAnEmergency)
{
    /// <summary>Staff id; null for the patient themselves.</summary>
    public string? Staff { get; init; }
}

/// <summary>
/// What a patient may see of who looked at their record. What is not theirs to see (safeguarding work, a review that is not
/// closed, refusals) is left out of the query: no gap and no count tells of it.
/// </summary>
public sealed class WhoLooked(TheRecord record, Accounts accounts)
{
    private const int Most = 500;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<LookLine>> At(string person)
    {
        List<(string Actor, LookLine Line)> lines;
        await using (var connection = await record.Database.Open())
        {
            lines = (await Sql.Rows(
                connection, null, row => Line(row.GetFieldValue<byte[]>(0)),
                $"select bytes from {Schema.View} where provider=@p0 and person=@p1 order by id desc limit {Most * 4}", record.Database.Provider, person))
                .OfType<(string, LookLine)>().Take(Most).ToList();
        }

        var names = (await accounts.All()).ToDictionary(a => a.Staff, a => a.Name);
        return [.. lines.Select(l => l.Line with
        {
            Name = l.Actor == person ? null : names.GetValueOrDefault(l.Actor, "A colleague who has left"),
            Staff = l.Actor == person ? null : l.Actor,
        })];
    }

    /// <summary>Whether a member of staff opened this person's scores, answers or notes at or after a moment.</summary>
    public async Task<bool> LookedSince(string person, string staff, Moment since)
    {
        var looks = await record.Database.Statements.Rows(
            row => Look(row.GetFieldValue<byte[]>(0)),
            $"select bytes from {Schema.View} where provider=@p0 and person=@p1 and actor=@p2 and at>=@p3",
            record.Database.Provider, person, staff, since.Milliseconds);
        return looks.Any(l => Reading.Any(word => l.Contains(word, StringComparison.Ordinal)));
    }

    private static readonly string[] Reading = ["scores", "answers", "notes"];

    /// <summary>What was looked at; nothing where it was refused.</summary>
    private static string Look(byte[] bytes)
    {
        using var view = JsonDocument.Parse(bytes);
        string Of(string name) => view.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
        return Of("effect") == "refused" ? "" : Of("part");
    }

    private static (string Actor, LookLine Line)? Line(byte[] bytes)
    {
        using var view = JsonDocument.Parse(bytes);
        string Of(string name) => view.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
        return Of("patientSees") != "yes" || Of("effect") == "refused"
            ? null
            : (Of("actor"), new LookLine(Moment.Parse(Of("at")), null, Of("role"), Of("part"), Of("why"), Of("effect") == "break-glass"));
    }
}
