namespace Candour.CareRecord.Referrals;

/// <summary>
/// The things a person can ask for on their own page beside a changed detail: another therapist, an earlier time, to have
/// something put right, to stop. Each is a request on the front desk's list until it is answered; nothing changes by itself.
/// </summary>
public static class AskFor
{
    /// <param name="request">Made before the decision.</param>
    public static Decision Decide(History person, string request, DetailAsked what, string? words)
    {
        if (Person.Of(person) is not { HasDied: false })
            return new NobodyThere();
        if (what is DetailAsked.Name or DetailAsked.GpSurgery)
            return ChangeDetails.Ask(person, request, what, words);
        var said = Sessions.Text.OrNull(words);
        if (said is null && what == DetailAsked.SomethingIsWrong)
            return new SayWhatIsWrong();
        if (said is null && what == DetailAsked.AnotherWay)
            return new SayWhichWay();
        if (said?.Length > Sessions.Text.Most)
            return new Sessions.TextTooLong(Sessions.Text.Most);
        // What is wrong, and why somebody looked, can be asked more than once: another thing is another request.
        return what is not (DetailAsked.SomethingIsWrong or DetailAsked.WhyOpened) && ChangeDetails.Open(person).Any(a => a.Event.What == what)
            ? new AskedAlready()
            : Decision.Accept(person.Stream, new DetailsChangeAsked { Request = request, What = what, InWords = said });
    }

    /// <summary>The request as staff and the person read it.</summary>
    public static string Of(DetailAsked what) => what switch
    {
        DetailAsked.Name => "Name",
        DetailAsked.GpSurgery => "GP surgery",
        DetailAsked.AnotherTherapist => "Another therapist",
        DetailAsked.EarlierTime => "An earlier time",
        DetailAsked.SomethingIsWrong => "Something is wrong",
        DetailAsked.AnotherWay => "Pages and letters another way",
        DetailAsked.WhyOpened => "Why my record was opened",
        DetailAsked.ClinicianKnowsThem => "Somebody else to treat them",
        _ => "Stop my care",
    };
}
