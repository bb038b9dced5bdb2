using Candour.CareRecord.Erasure;
using Candour.CareRecord.Pictures;
using Candour.CareRecord.Pictures.Store;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Store;
using Candour.CareRecord.Tests.Questionnaires;
using Candour.Testing;

namespace Candour.CareRecord.Tests.Pictures;

public sealed class PaperPictureTests
{
    private static readonly StreamId Form = Streams.Questionnaire(AForm.First);

    [Fact]
    public async Task The_photo_of_a_paper_form_is_kept_on_its_own_stream_and_read_back_byte_for_byte()
    {
        await using var a = await OnPaper();
        var picture = CleanPicture.Of(APicture.Jpeg(40, 30, "PLACE")).Picture!;
        (await Keep(a, "PH0T0AAAAAAAAAA1", picture)).ShouldBeOfType<Outcome.Done>();
        (await a.Form()).Photos.ShouldHaveSingleItem().PhotoHash.ShouldBe(picture.Hash);
        var kept = (await a.Record.Read(Streams.Picture("PH0T0AAAAAAAAAA1"))).First<PictureKept>()!;
        Convert.FromBase64String(kept.Picture!).ShouldBe(picture.Bytes);
        kept.Size.ShouldBe(picture.Bytes.Length);
    }

    [Fact]
    public async Task The_same_photo_twice_is_one_and_six_are_the_most()
    {
        await using var a = await OnPaper();
        for (var i = 1; i <= KeepPaperPicture.Most; i++)
            await Keep(a, $"PH0T0AAAAAAAAAA{i}", CleanPicture.Of(APicture.Png(40 + i, 30, "t")).Picture!);
        await Keep(a, "PH0T0AAAAAAAAAB1", CleanPicture.Of(APicture.Png(41, 30, "t")).Picture!);
        (await a.Form()).Photos.Count.ShouldBe(6);
        (await Keep(a, "PH0T0AAAAAAAAAB2", CleanPicture.Of(APicture.Png(90, 30, "t")).Picture!))
            .ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<EnoughPictures>();
    }

    [Fact]
    public async Task Only_answers_entered_from_paper_have_a_photo()
    {
        await using var a = await AForm.On(Kept.InSqlite);
        (await Keep(a, "PH0T0AAAAAAAAAA1", CleanPicture.Of(APicture.Png(40, 30, "t")).Picture!))
            .ShouldBeOfType<Outcome.No>().Because.ShouldBeOfType<NoPaperHere>();
    }

    [Fact]
    public async Task A_photo_can_be_erased_alone_and_that_it_was_there_stays()
    {
        await using var a = await OnPaper();
        var picture = CleanPicture.Of(APicture.Jpeg(40, 30, "PLACE")).Picture!;
        await Keep(a, "PH0T0AAAAAAAAAA1", picture);
        await Keep(a, "PH0T0AAAAAAAAAA2", CleanPicture.Of(APicture.Png(40, 30, "t")).Picture!);
        var list = Path.Combine(Path.GetTempPath(), $"erased-{picture.Hash[..12]}-{Environment.ProcessId}.txt");
        var eraser = new Eraser(a.Record, list);
        var parts = await eraser.Find(Streams.Picture("PH0T0AAAAAAAAAA1"), PartKind.Words);
        (await eraser.Erase(
            new("erase", new By("rena", "records_officer")),
            new EraseParts(parts, ErasureCode.E5, "request 17", "the person asked", "petra"))).ShouldBeOfType<Outcome.Done>();
        File.Delete(list);
        var left = (await a.Record.Read(Streams.Picture("PH0T0AAAAAAAAAA1"))).First<PictureKept>()!;
        (left.Picture, left.Hash).ShouldBe((null, picture.Hash));
        (await ErasedPictures.Erased(a.Record, ["PH0T0AAAAAAAAAA1", "PH0T0AAAAAAAAAA2"])).ShouldBe(["PH0T0AAAAAAAAAA1"]);
        (await a.Form()).Photos.Count.ShouldBe(2);
    }

    private static async Task<AForm> OnPaper()
    {
        var a = await AForm.On(Kept.InSqlite);
        a.Clock.Advance(TimeSpan.FromHours(3));
        var entry = new EnterForPerson(
            StaffEntryReason.PaperForm, AnswerMode.Paper, a.Clock.Now.Minus(TimeSpan.FromHours(3)), null, SignOfPerson.PaperWithSignature, "Amy");
        (await a.Write([Form], (all, now) => entry.Decide(all[Form], now), AForm.Jo)).ShouldBeOfType<Outcome.Done>();
        return a;
    }

    private static Task<Outcome> Keep(AForm a, string id, CleanPicture picture) =>
        a.Write([Form], (all, _) => new KeepPaperPicture(id, picture).Decide(all[Form]), AForm.Jo);
}
