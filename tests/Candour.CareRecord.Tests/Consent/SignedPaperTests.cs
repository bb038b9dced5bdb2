using Candour.CareRecord.Consent;
using Candour.CareRecord.Erasure;
using Candour.CareRecord.Pictures;
using Candour.CareRecord.Pictures.Store;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Sessions;
using Candour.CareRecord.Store;
using Candour.CareRecord.Waiting;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Consent;

/// <summary>A plan signed on paper and the photo of that paper.</summary>
public sealed class SignedPaperTests
{
    private const string Plan = "PLAN000000000001";
    private const string Photo = "PH0T0AAAAAAAAAA1";
    private static readonly StreamId Person = Streams.Person("PERS0N0000000001");
    private static readonly StreamId Referral = Streams.Referral("REFERRA100000001");
    private static readonly By Jo = new("jo", Roles.Pwp);
    private int _commands;

    [Theory]
    [InlineData(Kept.InSqlite)]
    [InlineData(Kept.InPostgres)]
    public async Task The_photo_is_kept_with_the_signature_in_one_write_and_read_back_byte_for_byte(Kept kept)
    {
        await using var a = await Proposed(kept);
        var picture = CleanPicture.Of(APicture.Jpeg(40, 30, "PLACE")).Picture!;
        (await Sign(a, SignedHow.OnPaper, picture)).ShouldBeOfType<Outcome.Done>();
        var state = await State(a);
        state.Signed!.PhotoHash.ShouldBe(picture.Hash);
        (state.PhotoWanted, state.Photos.ShouldHaveSingleItem().Picture).ShouldBe((false, Photo));
        (await a.Record.Read(Referral)).Any<PutOnWaitingList>().ShouldBeTrue();
        var there = (await a.Record.Read(Streams.Picture(Photo))).First<PictureKept>()!;
        Convert.FromBase64String(there.Picture!).ShouldBe(picture.Bytes);
        (there.Referral, there.Plan, there.Questionnaire).ShouldBe((Referral.Id, Plan, null));
    }

    [Fact]
    public async Task Without_it_the_signature_stands_the_photo_is_wanted_and_may_come_later_once_each_six_at_most()
    {
        await using var a = await Proposed(Kept.InSqlite);
        (await Sign(a, SignedHow.OnPaper, null)).ShouldBeOfType<Outcome.Done>();
        SignedPlan.InForce(await a.Record.Read(Referral))!.How.ShouldBe(SignedHow.OnPaper);
        (await State(a)).PhotoWanted.ShouldBeTrue();
        for (var i = 1; i <= KeepPaperPicture.Most; i++)
            (await Keep(a, $"PH0T0AAAAAAAAAA{i}", APicture.Png(40 + i, 30, "t"))).ShouldBeOfType<Outcome.Done>();
        (await State(a)).PhotoWanted.ShouldBeFalse();
        await Keep(a, "PH0T0AAAAAAAAAB1", APicture.Png(41, 30, "t"));
        (await State(a)).Photos.Count.ShouldBe(6);
        (await Keep(a, "PH0T0AAAAAAAAAB2", APicture.Png(90, 30, "t"))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<EnoughPictures>();
    }

    [Fact]
    public async Task Only_a_plan_signed_on_paper_has_a_photo()
    {
        await using var a = await Proposed(Kept.InSqlite);
        (await Keep(a, Photo, APicture.Png(40, 30, "t"))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<NotSignedOnPaper>();
        var picture = CleanPicture.Of(APicture.Png(40, 30, "t")).Picture!;
        (await Sign(a, SignedHow.AloudByTelephone, picture)).ShouldBeOfType<Outcome.No>().Because.Message
            .ShouldBe("A photo is kept for a plan signed on paper only. Choose Signed on paper, or take the photo out.");
        (await State(a)).Signed.ShouldBeNull();
        (await Sign(a, SignedHow.AloudByTelephone, null)).ShouldBeOfType<Outcome.Done>();
        (await State(a)).PhotoWanted.ShouldBeFalse();
        (await Keep(a, Photo, APicture.Png(40, 30, "t"))).ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<NotSignedOnPaper>();
    }

    [Fact]
    public async Task The_photo_can_be_erased_and_that_it_was_there_stays()
    {
        await using var a = await Proposed(Kept.InSqlite);
        var picture = CleanPicture.Of(APicture.Jpeg(40, 30, "PLACE")).Picture!;
        await Sign(a, SignedHow.OnPaper, picture);
        var list = Path.Combine(Path.GetTempPath(), $"erased-plan-{picture.Hash[..12]}-{Environment.ProcessId}.txt");
        var eraser = new Eraser(a.Record, list);
        var parts = await eraser.Find(Streams.Picture(Photo), PartKind.Words);
        (await eraser.Erase(
            new("erase", new By("rena", "records_officer")),
            new EraseParts(parts, ErasureCode.E5, "request 17", "the person asked", "petra"))).ShouldBeOfType<Outcome.Done>();
        File.Delete(list);
        var left = (await a.Record.Read(Streams.Picture(Photo))).First<PictureKept>()!;
        (left.Picture, left.Hash).ShouldBe((null, picture.Hash));
        (await ErasedPictures.Erased(a.Record, [Photo])).ShouldBe([Photo]);
        (await State(a)).Photos.ShouldHaveSingleItem();
    }

    private async Task<ARecord> Proposed(Kept kept)
    {
        var a = await ARecord.On(kept);
        await Write(a, (_, _) => Decision
            .Accept(Person, new PersonRegistered { FirstName = "Amira", LastName = "Testwell", CalledName = "Amy", BirthDate = new(1991, 3, 4), FilledBy = FilledBy.Me })
            .And(Referral, new ReferralReceived
            {
                Person = Person.Id, ReceivedOn = new(2026, 9, 7), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me, Age = 35,
            }, new PlanProposed { Plan = Plan, Therapy = "748051000000105", Step = 2, Sessions = 8 }));
        return a;
    }

    private Task<Outcome> Sign(ARecord a, SignedHow how, CleanPicture? picture) => Write(a, (h, now) => new SignPlan
    {
        Plan = Plan, How = how, NameTyped = "Amira Testwell", Photo = picture is null ? null : new(Photo, Plan, picture),
    }.Decide(h[Person], h[Referral], sender: null, now));

    private Task<Outcome> Keep(ARecord a, string id, byte[] picture) =>
        Write(a, (h, _) => new KeepPlanPicture(id, Plan, CleanPicture.Of(picture).Picture!).Decide(h[Referral]));

    private Task<Outcome> Write(ARecord a, Func<Histories, Clinical.Moment, Decision> decide) =>
        a.Record.Write(new($"c{++_commands}", Jo), [Person, Referral], decide);

    private static async Task<PlanState> State(ARecord a) => PlanState.Latest(await a.Record.Read(Referral))!;
}
