using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;
using Candour.Testing;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Questionnaires;

public sealed class PaperFormPageTests
{
    private static readonly string Enter = $"/pathways/{ASession.Referral}/questionnaires/{ASession.Form}/enter";

    [Fact]
    public async Task A_paper_form_is_entered_with_its_date_time_and_photo_and_the_photo_is_shown_to_its_clinician_and_logged()
    {
        await using var a = await Open();
        var jo = await a.Jo();
        var page = await jo.Get(Enter);
        page.Body.ShouldContain("A photo of the paper");
        var filled = Candour.Clinical.London.WallClock(a.Clock.Now);
        var begun = await Post(jo, page, Enter, APicture.Jpeg(400, 300, "PLACE Madeup"), ("Reason", "PaperForm"), ("Sign", "PaperWithSignature"),
            ("FilledOn.Day", $"{filled.Day}"), ("FilledOn.Month", $"{filled.Month}"), ("FilledOn.Year", $"{filled.Year}"), ("FilledTime", $"{filled:h:mm}am"));
        begun.Location.ShouldBe($"{Enter}/1");
        var form = await a.Answers();
        form.StaffEntry!.FilledAt.ShouldBe(Candour.Clinical.London.At(DateOnly.FromDateTime(filled), new(filled.Hour, filled.Minute)));
        var address = $"/pathways/{ASession.Referral}/questionnaires/{ASession.Form}/paper/{form.Photos.ShouldHaveSingleItem().Picture}";

        // Not before the answers are saved, and never to somebody whose work does not need it.
        (await jo.Get(address)).Status.ShouldBe(404);
        for (var number = 1; number <= 16; number++)
            await jo.Fill($"{Enter}/{number}", ("Answer", number == 9 ? "0" : "1"));
        await jo.Fill($"{Enter}/check");
        var looks = (await a.Site.Get<WhoLooked>().At(ASession.Person)).Count;
        var photo = await jo.Get(address);
        (photo.Status, photo.Header("Content-Type"), photo.Header("X-Content-Type-Options")).ShouldBe((200, "image/jpeg", "nosniff"));
        photo.Header("Content-Security-Policy")!.ShouldStartWith("default-src 'none'");
        photo.Header("Cache-Control").ShouldBe("no-store");
        photo.Body.ShouldNotContain("Madeup");
        var after = await a.Site.Get<WhoLooked>().At(ASession.Person);
        after.Count.ShouldBe(looks + 1);
        (await (await a.Site.Staff(Roles.HighIntensity)).Get(address)).Status.ShouldBe(404);
        (await (await a.Site.Staff(Roles.Administrator)).Get(address)).Status.ShouldBe(403);
        (await a.Site.Visitor().Get(address)).Status.ShouldBe(401);
        (await a.Amy().ContinueWith(amy => amy.Result.Get(address), TaskScheduler.Default).Unwrap()).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_is_no_picture_or_too_big_is_refused_in_words_and_what_was_typed_stays()
    {
        await using var a = await Open();
        var jo = await a.Jo();
        var page = await jo.Get(Enter);
        (string, string)[] typed =
        [
            ("Reason", "PaperForm"), ("Sign", "PaperWithSignature"), ("FilledOn.Day", "4"), ("FilledOn.Month", "10"), ("FilledOn.Year", "2026"), ("FilledTime", "14:30"),
        ];
        var svg = await Post(jo, page, Enter, [.. "<svg onload='alert(1)'/>"u8], typed);
        svg.Status.ShouldBe(200);
        svg.Body.ShouldContain("We can keep photos as JPEG or PNG only.");
        svg.Body.ShouldContain("value=\"14:30\"");
        var big = new byte[(6 * 1024 * 1024) + 10];
        APicture.Jpeg(40, 30, "PLACE").CopyTo(big, 0);
        (await Post(jo, await jo.Get(Enter), Enter, big, typed)).Body.ShouldContain("That photo is too big. The most is 6 MB.");
        (await a.Answers()).StaffEntry.ShouldBeNull();
    }

    [Fact]
    public async Task A_photo_without_a_paper_form_is_refused_not_dropped()
    {
        await using var a = await Open();
        var jo = await a.Jo();
        var refused = await Post(jo, await jo.Get(Enter), Enter, APicture.Jpeg(40, 30, "PLACE"), ("Reason", "ReadAloudByPhone"), ("Sign", "CallOrVideo"));
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain("A photo is kept for a paper form only. Choose Paper form, or take the photo out.");
        (await a.Answers()).StaffEntry.ShouldBeNull();
    }

    [Theory]
    [InlineData("31", "2", "2026", "14:30", "31 February is not a real date. Check the day and month")]
    [InlineData("4", "10", "2026", "half past", "Enter the time it was filled in, like 14:30 or 2:30pm")]
    [InlineData("5", "10", "2026", "23:30", "Enter the date and time the paper was filled in. It must be in the past.")]
    [InlineData("6", "10", "2026", "9:30", "The date must be today or in the past")]
    public async Task The_day_and_time_on_the_paper_are_asked_and_checked(string day, string month, string year, string time, string words)
    {
        await using var a = await Open();
        var jo = await a.Jo();
        var refused = await Post(jo, await jo.Get(Enter), Enter, null, ("Reason", "PaperForm"), ("Sign", "PaperWithSignature"),
            ("FilledOn.Day", day), ("FilledOn.Month", month), ("FilledOn.Year", year), ("FilledTime", time));
        refused.Status.ShouldBe(200);
        refused.Body.ShouldContain(words);
    }

    private static Task<Answered> Post(Visitor visitor, Answered page, string path, byte[]? photo, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        var once = System.Text.RegularExpressions.Regex.Match(page.Body, "name=\"Once\" value=\"(?<v>[^\"]*)\"").Groups["v"].Value;
        var token = System.Text.RegularExpressions.Regex.Match(page.Body, "__RequestVerificationToken\" type=\"hidden\" value=\"(?<v>[^\"]*)\"").Groups["v"].Value;
        foreach (var (name, value) in fields.Append(("Once", once)).Append(("__RequestVerificationToken", token)))
            form.Add(new StringContent(value), name);
        if (photo is not null)
            form.Add(new ByteArrayContent(photo), "Photo", "holiday in Madeup.jpg");
        return visitor.Send(new(HttpMethod.Post, path) { Content = form });
    }

    private static async Task<ASession> Open()
    {
        var a = await ASession.Open();
        var referral = Streams.Referral(ASession.Referral);
        await a.Site.Record.Write(new("received", By.Worker), [referral], (_, _) => Decision.Accept(referral, new ReferralReceived
        {
            Person = ASession.Person, ReceivedOn = new(2026, 9, 1), Source = "B1", Commissioner = "QT1", CameBy = CameBy.Web, FilledBy = FilledBy.Me,
        }));
        return a;
    }
}
