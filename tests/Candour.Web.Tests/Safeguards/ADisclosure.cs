using Candour.CareRecord.Safeguards;
using Candour.Web.Tests.Hosting;
using Candour.Web.Tests.Questionnaires;

namespace Candour.Web.Tests.Safeguards;

/// <summary>Amy answered question 9 of a form she has not sent; a task about it is open.</summary>
internal static class ADisclosure
{
    public static async Task<ASession> Disclosed(int value)
    {
        var a = await ASession.Open();
        var amy = await a.Amy();
        await ASession.Start(amy);
        await ASession.Answer(amy, 2, 3);
        await ASession.Answer(amy, 9, value);
        return a;
    }

    public static async Task<string> TaskOf(ASession a) => RiskTask.OpenOf(await a.OfPerson())!.Id;

    public static async Task<Answered> Post(Visitor jo, string task, string handler, params (string, string)[] fields)
    {
        return await Post(jo, task, await jo.Get($"/risk/{task}"), handler, fields);
    }

    /// <summary>Posts from a page that was opened before.</summary>
    public static Task<Answered> Post(Visitor jo, string task, Answered page, string handler, params (string, string)[] fields) =>
        jo.Post($"/risk/{task}?handler={handler}", [
            ("__RequestVerificationToken", AnsweringByLinkTests.Hidden(page.Body, "__RequestVerificationToken")),
            ("Once", AnsweringByLinkTests.Hidden(page.Body, "Once")),
            ("Version", AnsweringByLinkTests.Hidden(page.Body, "Version")),
            .. fields]);
}
