using System.Text;
using Candour.CareRecord.Store;
using Candour.Clinical;

namespace Candour.CareRecord.Tests.Store;

public sealed class EventCodecTests
{
    private static Envelope An(Event e) => new()
    {
        Stream = Streams.Service, Sequence = 1, Type = e.GetType().Name, By = new("s-17", Roles.Pwp),
        At = Moment.Utc(2026, 10, 5, 9, 12, 33, 120), CommandId = "c-1",
    };

    private static readonly Service.ServiceOpened Opened =
        new() { Name = "A \"b\" \\ \n \u0001 é 😀 /", NeutralName = "N", Provider = "RXX", Simulated = true };

    [Fact]
    public void Core_is_canonical_json_with_sorted_names_and_shortest_escapes()
    {
        var parts = EventCodec.Write(An(Opened), Opened, Randomness.System);
        Encoding.UTF8.GetString(parts.Single().Bytes).ShouldBe(
            """{"actor":"s-17","at":"2026-10-05T09:12:33.120Z","commandId":"c-1","name":"A \"b\" \\ \n \u0001 é 😀 /","neutralName":"N","provider":"RXX","role":"pwp","schema":1,"sequence":1,"simulated":true,"stream":"service/service","type":"ServiceOpened"}""");
    }

    [Fact]
    public void What_is_written_reads_back_equal()
    {
        var envelope = An(Opened) with { ClientTime = Moment.Utc(2026, 10, 5, 9, 12, 30), ClockWentBack = true };
        var parts = EventCodec.Write(envelope, Opened, Randomness.System);
        EventCodec.Read(nameof(Service.ServiceOpened), [.. parts.Select(p => (p.Kind, p.Bytes))]).ShouldBe(new(envelope, Opened));
    }

    [Fact]
    public void Every_part_has_its_own_salt()
    {
        var salts = Enumerable.Range(0, 50).SelectMany(_ => EventCodec.Write(An(Opened), Opened, Randomness.System))
            .Select(p => Convert.ToHexString(p.Salt)).ToList();
        salts.Distinct().Count().ShouldBe(salts.Count);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused_not_mended() =>
        Should.Throw<EncoderFallbackException>(() => EventCodec.Write(An(Opened), Opened with { Name = "\ud83d" }, Randomness.System));

    [Fact]
    public void An_event_this_version_does_not_know_stops_with_its_name() =>
        Should.Throw<InvalidDataException>(() => EventCodec.Read("NeverHeardOf", [])).Message.ShouldContain("NeverHeardOf");

    [Fact]
    public void Every_event_type_can_be_written_and_has_a_name_of_its_own()
    {
        var names = EventCodec.Types.Select(t => t.Name).ToList();
        names.ShouldNotBeEmpty();
        names.Distinct().Count().ShouldBe(names.Count);
    }
}
