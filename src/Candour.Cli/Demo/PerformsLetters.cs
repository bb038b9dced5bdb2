using Candour.CareRecord;
using Candour.CareRecord.Letters;
using Candour.CareRecord.Policies;
using Candour.Clinical;

namespace Candour.Cli.Demo;

/// <content>The letter to the GP once care has ended.</content>
internal sealed partial class Performance
{
    private static readonly string InventedSurgery = string.Join('\n', "Invented Street Surgery", "1 Invented Street", "Northmere", "ZZ99 3WZ");

    private static LetterSettings PrintedWith(Histories all, DateOnly today)
    {
        var policy = ServicePolicy.On(today, all[Streams.Policy]);
        return new(policy[PolicyNames.Phone], "", policy.NoReplyDays, ["If you are in danger or have hurt yourself, call 999 or go to A&E now."]);
    }

    /// <summary>Written two days after the end, approved and posted the day after that: the last endings of the year wait at each step.</summary>
    private void EnqueueLetterToGp(int person, DateOnly ended)
    {
        foreach (var at in new[] { London.At(ended.AddDays(2), new(15, 0)), London.At(ended.AddDays(3), new(9, 0)), London.At(ended.AddDays(3), new(14, 0)) })
            _dueDays.Enqueue((person, London.DayOf(at), (who, _) => WriteToGp(who, at)), at.Milliseconds);
    }

    /// <summary>The next step of the letter.</summary>
    private async Task WriteToGp(int person, Moment at)
    {
        clock.Now = at;
        var known = _people[person];
        var (referral, who, today) = (known.ReferralStream, known.PersonStream, London.DayOf(at));
        var standing = GpLetter.Of(await record.Read(referral));
        if (standing.Owner is null)
            return;
        var decided = Array.IndexOf([.. StaffIds], standing.Owner);
        var (by, letter) = (Staff(decided), standing.Letter is { Waits: true } made ? made.Id : Ids.New(randomness));
        var write = new WriteToGp(letter, scenario.Staff[decided].Name) { Checked = true, Address = InventedSurgery };
        switch (standing.Stage)
        {
            case GpLetterStage.ToWrite:
                await Do(by, nameof(WriteToGp), [referral, who, Streams.Policy], (h, _) => write.Decide(h[referral], h[who], PrintedWith(h, today), by, today));
                break;
            case GpLetterStage.ToApprove:
                await Do(by, nameof(ApproveLetter), [referral, who], (h, _) => new ApproveLetter(letter).Decide(h[referral], h[who], by, today));
                break;
            case GpLetterStage.ToPost:
                await Do(by, nameof(PostLetter), [referral, who], (h, _) => new PostLetter(letter, today).Decide(h[referral], h[who], 0, today));
                break;
        }
    }
}
