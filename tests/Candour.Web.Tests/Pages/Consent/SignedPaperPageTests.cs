using System.Net;
using System.Text.RegularExpressions;
using Candour.CareRecord;
using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Consent;
using Candour.CareRecord.Sessions;
using Candour.Testing;
using Candour.Web.Tests.Hosting;

namespace Candour.Web.Tests.Pages.Consent;

public sealed partial class SignedPaperPageTests
{
    private const string PlanPage = $"/pathways/{ACase.Referral}/plan";

    [Fact]
    public async Task A_photo_that_comes_with_the_agreement_is_shown_to_staff_and_to_the_person_and_every_look_is_logged()
    {
        var a = await Proposed();
        await using var site = a.Site;
        var saved = await Agree(a, APicture.Jpeg(400, 300, "PLACE Madeup"), ("Form.How", "OnPaper"), ("Form.NameTyped", "Amira Testwell"));
        saved.Status.ShouldBe(303);
        (await a.Jo.Get(PlanPage)).Body.ShouldContain("Saved: signed on paper, with the photo. Keep the paper.");
        var state = PlanState.Latest(await a.TheReferral())!;
        var picture = state.Photos.ShouldHaveSingleItem().Picture;
        (await a.Jo.Get($"/pathways/{ACase.Referral}")).Body.ShouldNotContain("Photo of the signed paper wanted");

        var paper = $"{PlanPage}/{state.Plan.Plan}/paper";
        (await a.Jo.Get(paper)).Body.ShouldContain($"src=\"{paper}/{picture}\"");
        var looks = (await site.Get<WhoLooked>().At(ACase.Person)).Count;
        var photo = await a.Jo.Get($"{paper}/{picture}");
        (photo.Status, photo.Header("Content-Type"), photo.Header("X-Content-Type-Options")).ShouldBe((200, "image/jpeg", "nosniff"));
        photo.Body.ShouldNotContain("Madeup");
        (await site.Get<WhoLooked>().At(ACase.Person)).Count.ShouldBe(looks + 1);
        (await (await site.Staff(Roles.Administrator)).Get($"{paper}/{picture}")).Status.ShouldBe(403);
        (await site.Visitor().Get($"{paper}/{picture}")).Status.ShouldBe(401);

        var amy = await site.Patient(ACase.Person);
        var mine = $"/me/treatment/paper/{picture}";
        (await amy.Get("/me/treatment")).Body.ShouldContain($"src=\"{mine}\"");
        (await amy.Get(mine)).Header("Content-Type").ShouldBe("image/jpeg");
        (await amy.Get("/me/treatment/paper/PH0T0ZZZZZZZZZZ9")).Status.ShouldBe(404);
        (await a.Jo.Get(mine)).Status.ShouldBeOneOf(403, 404);
    }

    [Fact]
    public async Task While_none_is_there_the_pathway_page_says_that_it_is_wanted_and_it_can_be_added_afterwards()
    {
        var a = await Proposed();
        await using var site = a.Site;
        (await Agree(a, null, ("Form.How", "OnPaper"), ("Form.NameTyped", "Amira Testwell"))).Status.ShouldBe(303);
        var paper = $"{PlanPage}/{PlanState.Latest(await a.TheReferral())!.Plan.Plan}/paper";
        (await a.Jo.Get($"/pathways/{ACase.Referral}")).Body.ShouldContain($"href=\"{paper}\">Photo of the signed paper wanted");
        (await a.Jo.Get(PlanPage)).Body.ShouldContain($"href=\"{paper}\">Photo of the signed paper wanted");

        var page = await a.Jo.Get(paper);
        page.Body.ShouldContain("No photo yet.");
        (await Post(a.Jo, page, paper, paper, null)).Body.ShouldContain("Choose the photo of the paper");
        (await Post(a.Jo, page, paper, paper, APicture.Png(40, 30, "t"))).Location.ShouldBe(paper);
        PlanState.Latest(await a.TheReferral())!.PhotoWanted.ShouldBeFalse();
        (await a.Jo.Get($"/pathways/{ACase.Referral}")).Body.ShouldNotContain("Photo of the signed paper wanted");
        (await a.Jo.Get(paper)).Body.ShouldContain("alt=\"Photo 1 of the signed paper.");
        (await a.Jo.Get($"{PlanPage}/N0SUCHP1AN000000/paper")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_is_no_picture_too_big_or_empty_is_refused_in_words_and_what_was_typed_stays_and_nothing_is_signed()
    {
        var a = await Proposed();
        await using var site = a.Site;
        (string, string)[] typed = [("Form.How", "OnPaper"), ("Form.NameTyped", "Amira Testwell"), ("Form.UsualSelf", "Back at choir")];
        var big = new byte[(6 * 1024 * 1024) + 10];
        APicture.Jpeg(40, 30, "PLACE").CopyTo(big, 0);
        foreach (var (photo, words) in new (byte[], string)[]
        {
            ([.. "<svg onload='alert(1)'/>"u8], "We can keep photos as JPEG or PNG only."),
            (big, "That photo is too big. The most is 6 MB."),
            ([], "Choose the photo of the paper"),
        })
        {
            var refused = await Agree(a, photo, typed);
            refused.Status.ShouldBe(200);
            refused.Body.ShouldContain(words);
            refused.Body.ShouldContain("value=\"Amira Testwell\"");
            refused.Body.ShouldContain("Back at choir");
            refused.Body.ShouldMatch("<details[^>]* open");
        }

        var aloud = await Agree(a, APicture.Png(40, 30, "t"), ("Form.How", "AloudByTelephone"), ("Form.NameTyped", "Amira Testwell"));
        aloud.Body.ShouldContain("A photo is kept for a plan signed on paper only. Choose Signed on paper, or take the photo out.");
        SignedPlan.InForce(await a.TheReferral()).ShouldBeNull();
    }

    private static async Task<ACase> Proposed()
    {
        var a = await ACase.Open();
        (await a.Jo.Fill(PlanPage, ("Form.Choice", "2/748051000000105"), ("Form.Sessions", "8"), ("Form.Minutes", "35"), ("Form.Medium", "11"))).Status.ShouldBe(303);
        return a;
    }

    private static async Task<Answered> Agree(ACase a, byte[]? photo, params (string, string)[] typed) =>
        await Post(a.Jo, await a.Jo.Get(PlanPage), "handler=Aloud", $"{PlanPage}?handler=Aloud", photo, typed);

    /// <summary>The form of the page that holds these words, with its hidden fields.</summary>
    private static Task<Answered> Post(Visitor visitor, Answered page, string with, string to, byte[]? photo, params (string Name, string Value)[] typed)
    {
        var inside = Forms().Matches(page.Body).Select(m => m.Value).FirstOrDefault(f => f.Contains(with, StringComparison.Ordinal))
            ?? Forms().Matches(page.Body).Select(m => m.Value).First(f => f.Contains("multipart", StringComparison.Ordinal));
        var form = new MultipartFormDataContent();
        foreach (Match hidden in Hidden().Matches(inside))
            form.Add(new StringContent(WebUtility.HtmlDecode(Of(hidden.Value, "value"))), Of(hidden.Value, "name"));
        foreach (var (name, value) in typed)
            form.Add(new StringContent(value), name);
        if (photo is not null)
            form.Add(new ByteArrayContent(photo), "Photo", "plan of Madeup.jpg");
        return visitor.Send(new(HttpMethod.Post, to) { Content = form });
    }

    private static string Of(string input, string attribute) => Regex.Match(input, $"{attribute}=\"(?<v>[^\"]*)\"").Groups["v"].Value;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
