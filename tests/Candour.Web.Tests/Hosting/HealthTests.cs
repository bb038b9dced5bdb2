namespace Candour.Web.Tests.Hosting;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/healthz", "alive")]
    [InlineData("/readyz", "ready")]
    public async Task A_healthy_site_says_so_and_nothing_more(string address, string words)
    {
        await using var site = await ASite.Open();
        var answer = await site.Visitor().Get(address);
        (answer.Status, answer.Body).ShouldBe((200, words));
        answer.Header("Server").ShouldBeNull();
    }

    [Fact]
    public async Task A_clock_that_jumped_makes_the_site_not_ready_but_leaves_it_alive()
    {
        await using var site = await ASite.Open();
        site.Clock.Jump(TimeSpan.FromHours(1));
        (await site.Visitor().Get("/readyz")).Status.ShouldBe(503);
        (await site.Visitor().Get("/healthz")).Status.ShouldBe(200);
    }
}
