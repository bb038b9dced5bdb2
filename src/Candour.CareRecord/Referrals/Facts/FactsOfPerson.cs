namespace Candour.CareRecord.Referrals.Facts;

/// <summary>Facts on the person's stream that front desk and clinicians ask: who they are and how to reach them.</summary>
public static class FactsOfPerson
{
    private const string Identity = "identity";
    private const string Contact = "contact_details";

    public static Fact Name { get; } = new Fact<NameGiven>(
        "name", "Name", Identity, false,
        [
            new("first", "First name", FieldKind.Text, Needed: true),
            new("last", "Last name", FieldKind.Text),
            new("called", "What they would like to be called", FieldKind.Text),
        ],
        i => new() { FirstName = i.Text("first"), LastName = i.Text("last"), CalledName = i.Text("called"), Why = i.Why },
        f => [f.FirstName, f.LastName, f.CalledName]);

    public static Fact BirthDate { get; } = new Fact<BirthDateGiven>(
        "birth-date", "Date of birth", Identity, false,
        [new("birth", "Date of birth", FieldKind.Day, Needed: true)],
        i =>
        {
            var birth = i.Day("birth");
            if (birth is { } day && Eligibility.Of(day, 0, i.Today) is { } no)
                i.Fail("birth", no.Message);
            return new() { BirthDate = birth, Why = i.Why };
        },
        f => [f.BirthDate]);

    public static Fact NhsNumber { get; } = new Fact<NhsNumberGiven>(
        "nhs-number", "NHS number", Identity, false,
        [
            new("nhs", "NHS number", FieldKind.NhsNumber, Hint: "10 numbers, like 999 012 3456. Leave empty when there is none"),
            new("status", "How far it has been traced", FieldKind.Code, "nhs_number_status", Needed: true),
        ],
        i =>
        {
            var (number, status) = (i.NhsNumber("nhs"), i.Code("status", "nhs_number_status"));
            if (number is null && status is "01" or "02")
                i.Fail("nhs", "Enter the NHS number, or choose why there is none");
            if (number is not null && status is "07")
                i.Fail("status", "There is a number. Choose whether it has been traced");
            return new() { Number = number, Status = status ?? "", Why = i.Why };
        },
        f => [f.Number, f.Status]);

    public static Fact ContactDetails { get; } = new Fact<ContactDetailsGiven>(
        "contact", "How we can reach them", Contact, false,
        [
            new("ways", "Ways they choose", FieldKind.Choices, Needed: true) { Choices = Ways.All, WordsOf = Ways.Words },
            new("mobile", "Mobile number", FieldKind.Text),
            new("phone", "Number for calls", FieldKind.Text),
            new("email", "E-mail", FieldKind.Text),
            new("address", "Address", FieldKind.Words),
            new("postcode", "Postcode", FieldKind.Postcode),
        ],
        i =>
        {
            var made = new ContactDetailsGiven
            {
                Chosen = [.. i.Many("ways").Where(Ways.All.Contains)], Mobile = i.Text("mobile"), Phone = i.Text("phone"), Email = i.Text("email"),
                Address = i.Text("address"), Postcode = i.Postcode("postcode"), Why = i.Why,
            };
            foreach (var (field, words) in ContactCheck.Faults(made.Chosen, made.Mobile, made.Phone, made.Email, made.Address))
                i.Fail(field, words);
            return made;
        },
        f => [f.Chosen, f.Mobile, f.Phone, f.Email, f.Address, f.Postcode]);

    public static Fact SafeContact { get; } = new Fact<SafeContactRulesGiven>(
        "safe-contact", "What is safe", Contact, false,
        [
            new("voice", "Voice messages are safe", FieldKind.YesNo),
            new("texts", "Texts that others may see are safe", FieldKind.YesNo),
            new("home", "Letters to their home are safe", FieldKind.YesNo),
            new("email", "E-mail is safe", FieldKind.YesNo),
            new("never", "Never use", FieldKind.Choices) { Choices = Ways.All, WordsOf = Ways.Words },
            new("neutral", "Say only the neutral name", FieldKind.YesNo, Needed: true),
            new("hours", "Hours to call", FieldKind.Words),
        ],
        i => new()
        {
            VoiceMessageSafe = i.YesNo("voice"), TextsSafe = i.YesNo("texts"), LetterHomeSafe = i.YesNo("home"), EmailSafe = i.YesNo("email"),
            Never = [.. i.Many("never").Where(Ways.All.Contains)], NeutralName = i.YesNo("neutral") != false, Hours = i.Text("hours"), Why = i.Why,
        },
        f => [f.VoiceMessageSafe, f.TextsSafe, f.LetterHomeSafe, f.EmailSafe, f.Never, f.NeutralName, f.Hours]);

    public static Fact Needs { get; } = new Fact<NeedsRecorded>(
        "needs", "What they need to talk with us easily", Contact, false,
        [
            new("needs", "Needs", FieldKind.Choices, Hint: "Choose nothing when they were asked and need nothing") { Choices = NeedCodes.All, WordsOf = NeedCodes.Words },
            new("language", "Language for an interpreter", FieldKind.Language),
            new("else", "Something else", FieldKind.Words),
            new("review", "Check again on", FieldKind.Day, Needed: true),
        ],
        i =>
        {
            var made = new NeedsRecorded
            {
                Needs = [.. i.Many("needs").Where(NeedCodes.All.Contains)], Language = i.Language("language"), SomethingElse = i.Text("else"),
                ReviewOn = i.Day("review", mayBeAhead: true) ?? i.Today,
            };
            if (made.Needs.Contains(NeedCodes.Interpreter) && made.Language is null)
                i.Fail("language", "Choose the language");
            return made;
        },
        f => [f.Needs, f.Language, f.SomethingElse, f.ReviewOn]) { Repeats = true };

    public static Fact Language { get; } = new Fact<PreferredLanguageGiven>(
        "language", "Preferred language", Identity, false,
        [new("language", "Language", FieldKind.Language, Needed: true)],
        i => new() { Language = i.Language("language") ?? "" },
        f => [f.Language]) { Repeats = true };

    public static Fact Practice { get; } = new Fact<GpPracticeGiven>(
        "gp", "GP surgery", Identity, false,
        [
            new("practice", "Practice code", FieldKind.Organisation, Needed: true, Hint: "6 characters. V81997 no surgery, V81999 not known"),
            new("name", "Name of the surgery", FieldKind.Text),
            new("from", "Registered from", FieldKind.Day),
            new("until", "Registered until", FieldKind.Day),
        ],
        i => new()
        {
            Practice = i.Organisation("practice", 6, 6) ?? "", Name = i.Text("name"), RegisteredFrom = i.Day("from"), RegisteredUntil = i.Day("until"), Why = i.Why,
        },
        f => [f.Practice, f.Name, f.RegisteredFrom, f.RegisteredUntil]);

    public static IReadOnlyList<Fact> All { get; } = [Name, BirthDate, NhsNumber, ContactDetails, SafeContact, Needs, Language, Practice];
}
