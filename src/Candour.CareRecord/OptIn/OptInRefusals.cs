using Candour.Clinical;

namespace Candour.CareRecord.OptIn;

public sealed record OneWayOfTwo(int Ways, DateOnly Earliest, int Days)
    : Refusal($"Not yet. {(Ways == 0 ? "Nothing you sent has arrived" : "You have tried 1 way of 2")}. If a letter goes today, the earliest is {Earliest.ToString("d MMMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))}: {Days} days after the 2nd way.");

public sealed record NotBefore(DateOnly From, int Days) : Refusal($"You can close from {Words.LongDay(From)}: {Days} days after the 2nd way.");

public sealed record NotBeforeTold(DateOnly From) : Refusal($"They were told that we close this on {Words.LongDay(From)}. Not before.");

public sealed record TheyReplied(string Called) : Refusal($"{Called} replied. Open the reply and do what they asked.");

public sealed record TheyDidNotAsk() : Refusal("They did not ask for this to be closed.");

public sealed record OneSafeWay(string Called)
    : Refusal($"There are not two safe ways to reach {Called}, so silence says nothing. Ask a clinician what else could be tried.");

public sealed record TriesMissedNeeds(string Called)
    : Refusal($"{Called} needs a certain format, language or support, and not two tries met it. Try again in the way they need.");

public sealed record WorryOnceTold(string Called) : Refusal($"{Called} once told us of a worry. A clinician decides this one. Hand it on.");

public sealed record NothingClosesForSilence(string Called)
    : Refusal($"{Called} is waiting for us, not we for them. Nothing closes for silence while somebody waits.");

public sealed record WasSeenOnce(string Called, DateOnly On)
    : Refusal($"{Called} was seen on {Words.LongDay(On)}, so nothing closes for silence. Book a time or, on their page, plan an ending: they are told and have 14 days.");

public sealed record NoSafeWayToAsk(string Called, bool ByLetter)
    : Refusal($"Nothing was sent. {Called} gave no way that is safe for a message or a call. {(ByLetter ? "A letter is safe: write one with a code to reply." : "Do not try one. When they call us, ask what is safe.")}");

public sealed record NotBeingReached() : Refusal("This referral is not being reached. Open its page to see where it stands.");

public sealed record TooLateToReopen(DateOnly Until)
    : Refusal($"This could be taken up again until {Words.LongDay(Until)}. Start a new referral; say that they were here before.");

public sealed record WayNotSafe(string Why) : Refusal($"This way cannot be used. {Why}")
{
    public override string? Field => "way";
}

public sealed record NotDelivered() : Refusal("The text was not delivered. It does not count.");

public sealed record TryInFuture() : Refusal("A try must be in the past")
{
    public override string? Field => "when";
}

public sealed record TryBeforeReferral(DateOnly Came) : Refusal($"The referral came on {Words.LongDay(Came)}. A try cannot be before that.")
{
    public override string? Field => "when";
}

public sealed record VoicemailNotAllowed(string Called) : Refusal($"{Called} did not say that voice messages are safe. Do not leave one. If one was left, tell the safeguarding lead.")
{
    public override string? Field => "outcome";
}

public sealed record ChooseAMonth() : Refusal("Choose a month")
{
    public override string? Field => "month";
}

public sealed record ChooseAReply() : Refusal("Choose what you would like")
{
    public override string? Field => "reply";
}
