using Candour.CareRecord;
using Candour.CareRecord.Links.Store;
using Candour.CareRecord.Messages;
using Candour.CareRecord.Referrals;
using Candour.CareRecord.Store;
using Candour.Web.Pages.Links;
using Candour.Web.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Candour.Web.Tests.Links;

/// <summary>"If we know you, a new link is on its way" is kept though the record cannot be reached for a moment, or the site stops.</summary>
public sealed class NewLinkRequestTests
{
    private const string Amira = "AMRA000000000000";
    private const string Mobile = "07700 900123";
    private static readonly DateOnly Born = new(1991, 3, 4);

    // A clock that jumped back is not believed: nothing is stored until it is right again.
    private static readonly TimeSpan Back = TimeSpan.FromSeconds(-10);

    [Fact]
    public async Task A_record_that_cannot_be_reached_for_a_moment_loses_no_new_link_and_sends_one()
    {
        var told = new Told();
        await using var site = await ASite.Open(seed: Seed, also: web => web.Logging.AddProvider(told));
        site.Clock.Jump(Back);
        (await Ask(site)).Location.ShouldBe("/new-link?asked=true");
        await told.OfTrouble;
        (await Sent(site)).ShouldBe(0);

        site.Clock.Jump(-Back);
        for (var tries = 0; tries < 500 && await Sent(site) == 0; tries++)
        {
            site.Clock.Advance(NewLinkRequests.Pause);
            await Task.Yield();
        }

        (await Sent(site)).ShouldBe(1);
        await site.Get<NewLinkRequests>().StopAsync(default);
        (await Sent(site)).ShouldBe(1);
    }

    [Fact]
    public async Task A_site_that_stops_answers_what_waits_first()
    {
        var told = new Told();
        await using var site = await ASite.Open(seed: Seed, also: web => web.Logging.AddProvider(told));
        site.Clock.Jump(Back);
        await Ask(site);
        await Ask(site);
        await told.OfTrouble;
        site.Clock.Jump(-Back);

        await site.Get<NewLinkRequests>().StopAsync(default);
        (await Sent(site)).ShouldBe(2);
    }

    [Fact]
    public async Task A_try_that_the_record_could_not_take_is_none_of_the_three_an_hour()
    {
        await using var site = await ASite.Open(seed: Seed);
        var asked = site.Get<NewLinkAsked>();
        site.Clock.Jump(Back);
        for (var i = 0; i < NewLinkAsked.MostInAnHour; i++)
            await Should.ThrowAsync<RecordUnavailableException>(() => asked.Answer(Born, Mobile, new($"ask{i}", By.Worker)));
        site.Clock.Jump(-Back);
        for (var i = 0; i < NewLinkAsked.MostInAnHour + 1; i++)
            await asked.Answer(Born, Mobile, new($"ask{i}", By.Worker));
        (await Sent(site)).ShouldBe(NewLinkAsked.MostInAnHour);
    }

    private static Task<Answered> Ask(ASite site) => site.Visitor().Fill(
        "/new-link", ("Contact", Mobile), ("BirthDate.Day", "4"), ("BirthDate.Month", "3"), ("BirthDate.Year", "1991"));

    private static async Task<int> Sent(ASite site)
    {
        await using var lists = site.Record.Lists();
        return lists.Set<OutboxRow>().Count();
    }

    private static Task Seed(TheRecord record)
    {
        var person = Streams.Person(Amira);
        return record.Write(new("register", By.Worker), [person], (_, _) => Decision.Accept(
            person,
            new PersonRegistered { FirstName = "Amira", LastName = "Testwell", BirthDate = Born, FilledBy = FilledBy.Me },
            new ContactDetailsGiven { Chosen = [Ways.Text], Mobile = Mobile },
            new SafeContactRulesGiven { TextsSafe = true, NeutralName = true },
            new ContactConfirmed { Way = Ways.Text, Address = "07700900123" }));
    }

    /// <summary>Says when a request for a new link met trouble.</summary>
    private sealed class Told : ILoggerProvider, ILogger
    {
        private readonly TaskCompletionSource _trouble = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task OfTrouble => _trouble.Task;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && formatter(state, exception).StartsWith("A new link could not be sent", StringComparison.Ordinal))
                _trouble.TrySetResult();
        }

        public void Dispose()
        {
        }
    }
}
