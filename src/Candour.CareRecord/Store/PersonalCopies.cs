namespace Candour.CareRecord.Store;

/// <summary>A place outside the parts that holds a copy of something personal.</summary>
/// <param name="Where">Table and column, or a folder.</param>
/// <param name="What">In plain words.</param>
/// <param name="Ends">How it goes when the person's parts are erased.</param>
public sealed record PersonalCopy(string Where, string What, string Ends);

/// <summary>
/// The one list of every place that holds a copy of a personal detail. The erasure test walks it: after an erasure none of
/// them may hold the person's marker any more. A column that takes a value from an identity or words part and is not here
/// fails a test.
/// </summary>
public static class PersonalCopies
{
    private const string WithItsRow = "the row is taken away and made again from what is left";

    public static IReadOnlyList<PersonalCopy> All { get; } =
    [
        // Messages. Address and text are in the message's own parts only; a message written as a file is outside the record.
        new("messages/", "address, text and link of messages written as files", "the operator empties the folder after 30 days"),

        // People.
        Row("person_list", "called", "what they are called"),
        Row("person_list", "full_name", "name"),
        Row("person_list", "first_key", "first name"),
        Row("person_list", "last_key", "last name"),
        Row("person_list", "birth_date", "birth date"),
        Row("person_list", "nhs_number", "NHS number"),
        Row("person_list", "mobile_key", "mobile number"),
        Row("person_list", "phone_key", "telephone number"),
        Row("person_list", "email_key", "e-mail address"),
        Row("person_list", "postcode_key", "postcode"),
        Row("person_list", "needs", "what they need, in their words"),
        Row("person_list", "safe_contact", "how to reach them safely, in their words"),

        // Staff.
        Row("staff_list", "name", "name of a member of staff"),
        new("account.email", "a member of staff's address for signing in", "changed or emptied in place when the account ends"),
        new("account.name", "a member of staff's name", "changed or emptied in place when the account ends"),

        // What staff sent after their session had ended: sealed under a key outside the database.
        new("kept_post.sealed", "a form that arrived after the session's end", "gone 24 hours after it came"),

        // Forms that were saved, so that the same form with other words is not taken for them.
        new("sent_form.digest", "a digest of what a form said", "gone with the next form sent 24 hours later"),

        // Unfinished self-referrals: sealed under a key that only the browser holds.
        new("refer_draft.sealed", "answers of a self-referral not yet sent", "gone 24 hours after it was begun"),
    ];

    private static PersonalCopy Row(string table, string column, string what) => new($"{table}.{column}", what, WithItsRow);
}
