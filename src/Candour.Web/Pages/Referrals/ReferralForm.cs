using Candour.CareRecord;
using Candour.CareRecord.Appointments;
using Candour.CareRecord.Policies;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord.Safeguards;
using Candour.Clinical;
using Candour.Web.Components;

namespace Candour.Web.Pages.Referrals;

/// <summary>One long page for people who refer others: staff at the front desk, GPs, other services.</summary>
public sealed class ReferralForm
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public DateParts Birth { get; set; } = new();

    public string? Nhs { get; set; }

    public List<string> Ways { get; set; } = [];

    public string? Mobile { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public string? Postcode { get; set; }

    public string? Voice { get; set; }

    public string? Texts { get; set; }

    public string? Home { get; set; }

    public string? EmailSafe { get; set; }

    public List<string> Needs { get; set; } = [];

    public string? NeedsAsked { get; set; }

    public string? Language { get; set; }

    public string? SomethingElse { get; set; }

    public string? Source { get; set; }

    public string? CameBy { get; set; }

    public DateParts Received { get; set; } = new();

    public string? Referrer { get; set; }

    public string? Reason { get; set; }

    public string? TheyKnow { get; set; }

    public string? WorryToday { get; set; }

    public WhyLate? WhyLate { get; set; }

    /// <summary>Reads the form and writes the referral. Null: refused, with the words at their fields.</summary>
    /// <param name="fromOutside">From the open form for professionals: came today, by that form, not confirmed.</param>
    public async Task<RecordReferral?> Write(
        TheRecord record, Randomness randomness, Order order, bool fromOutside, Action<string, string> fail)
    {
        var today = London.Today(record.Clock);
        var failed = false;
        void Fail(string field, string words)
        {
            failed = true;
            fail(field, words);
        }

        foreach (var field in ReferralChoices.NotOffered(this))
            Fail(field, "Choose one of the answers");
        var needs = ReferralChoices.Needs(this, Fail);
        var born = DateOf(Birth, DateQuestion.Birth, "Birth", today, Fail);
        var received = fromOutside ? today : DateOf(Received, new("the day on which the referral came", "day the referral came") { NotInFuture = true }, "Received", today, Fail);
        var number = string.IsNullOrWhiteSpace(Nhs) ? null : Number(Fail);
        foreach (var (field, words) in ContactCheck.Faults(Ways, Mobile, Phone, Email, Address))
            Fail(char.ToUpperInvariant(field[0]) + field[1..], words);
        if (failed)
            return null;

        var traits = new Traits(FirstName, LastName, born, number, [.. new[] { Mobile, Phone }.OfType<string>().Select(Tidy.Phone)], Email, Postcode);
        var alike = await FindPeople.Alike(record, traits, null);
        var command = new RecordReferral
        {
            PersonId = Ids.New(randomness), ReferralId = Ids.New(randomness), RiskIds = RiskIds.New(randomness), AtWork = await AtWork.Now(record, randomness),
            FirstName = FirstName?.Trim(), LastName = LastName?.Trim(), BirthDate = born, NhsNumber = number,
            Contact = new() { Chosen = [.. CareRecord.Referrals.Ways.All.Where(Ways.Contains)], Mobile = Mobile, Phone = Phone, Email = Email, Address = Address, Postcode = string.IsNullOrWhiteSpace(Postcode) ? null : Tidy.PostcodeSpaced(Postcode) },
            Rules = new() { VoiceMessageSafe = YesNo(Voice), TextsSafe = YesNo(Texts), LetterHomeSafe = YesNo(Home), EmailSafe = YesNo(EmailSafe), NeutralName = true },
            Needs = needs, Source = string.IsNullOrEmpty(Source) ? null : Source,
            CameBy = fromOutside ? CareRecord.Referrals.CameBy.ProfessionalForm : ReferralChoices.CameBy(CameBy),
            ReceivedOn = received, Referrer = Referrer, ReferrerWords = Reason, TheyKnow = YesNo(TheyKnow),
            WorryToday = WorryToday, Unconfirmed = true, WhyLate = WhyLate, Alike = [.. alike.Select(a => (a.Row.Person, a.Because))],
            GoesOn = await FindReferrals.GoesOn(record, traits, alike.Select(a => a.Row)),
        };
        StreamId[] streams = [Streams.Person(command.PersonId), Streams.Referral(command.ReferralId), Streams.Policy, .. alike.Select(a => Streams.Pair(command.PersonId, a.Row.Person))];
        var outcome = await record.Write(order, streams, (h, now) => command.Decide(h, ServicePolicy.On(London.DayOf(now), h[Streams.Policy]), now));
        switch (outcome)
        {
            case Outcome.Done { Again: true } again:
                var first = again.Events.First(e => e.Event is ReferralReceived);
                return command with { ReferralId = first.Envelope.Stream.Id, PersonId = ((ReferralReceived)first.Event).Person };
            case Outcome.No no:
                fail(FieldOf(no.Because), no.Because.Message);
                return null;
            default:
                return command;
        }
    }

    private static string FieldOf(Refusal refusal) => refusal.Field switch
    {
        "birth" => "Birth.Day",
        "late" => "WhyLate",
        { } field => field,
        null => "",
    };

    private string? Number(Action<string, string> fail)
    {
        if (NhsNumber.Check(Nhs, out var number) is not { } fault)
            return number.Digits;
        fail("Nhs", new NhsNumberWrong(fault).Message);
        return null;
    }

    private static DateOnly? DateOf(DateParts parts, DateQuestion question, string field, DateOnly today, Action<string, string> fail)
    {
        switch (parts.Read(question, today))
        {
            case DateAnswer.Right right:
                return right.Date;
            case DateAnswer.Wrong wrong:
                fail($"{field}.{wrong.Part}", wrong.Message);
                return null;
            default:
                return null;
        }
    }

    private static bool? YesNo(string? value) => value switch { "yes" => true, "no" => false, _ => null };
}
