using Candour.CareRecord.Store;

namespace Candour.CareRecord.Tests.Store;

/// <summary>Whoever asks while a question is on its way goes with the next, and gets their own answer or the reason why not.</summary>
public sealed class TogetherTests
{
    private readonly List<(IReadOnlyList<int> Keys, TaskCompletionSource<IReadOnlyList<string>> Answer)> _asked = [];
    private readonly Together<int, string> _together;

    public TogetherTests() => _together = new(keys =>
    {
        _asked.Add((keys, new(TaskCreationOptions.RunContinuationsAsynchronously)));
        return _asked[^1].Answer.Task;
    });

    [Fact]
    public async Task Somebody_alone_asks_at_once()
    {
        var one = _together.Ask(1);
        _asked.Count.ShouldBe(1);
        Answer(0);
        (await one).ShouldBe("answer 1");
    }

    [Fact]
    public async Task Those_who_ask_meanwhile_go_together_and_get_each_their_own_answer()
    {
        var first = _together.Ask(1);
        var others = new[] { _together.Ask(2), _together.Ask(3), _together.Ask(2) };
        _asked.Count.ShouldBe(1);
        Answer(0);
        await first;
        await Until(() => _asked.Count == 2);

        _asked[1].Keys.ShouldBe([2, 3, 2]);
        Answer(1);
        (await Task.WhenAll(others)).ShouldBe(["answer 2", "answer 3", "answer 2"]);
    }

    [Fact]
    public async Task An_answer_is_never_older_than_its_question()
    {
        var first = _together.Ask(1);
        // The same key, asked after the question went out: what it brings may be of before.
        var again = _together.Ask(1);
        Answer(0);
        await first;
        again.IsCompleted.ShouldBeFalse();
        await Until(() => _asked.Count == 2);
        Answer(1);
        await again;
    }

    [Fact]
    public async Task A_question_that_fails_fails_those_it_carried_and_nobody_else()
    {
        var first = _together.Ask(1);
        var next = _together.Ask(2);
        _asked[0].Answer.SetException(new RecordUnavailableException(new IOException("cut off")));

        await Should.ThrowAsync<RecordUnavailableException>(() => first);
        await Until(() => _asked.Count == 2);
        Answer(1);
        (await next).ShouldBe("answer 2");
    }

    [Fact]
    public async Task Where_nothing_answers_nobody_who_waits_already_waits_as_long_again()
    {
        var first = _together.Ask(1);
        var next = _together.Ask(2);
        _asked[0].Answer.SetException(new RecordUnavailableException(new TimeoutException()));

        await Should.ThrowAsync<RecordUnavailableException>(() => first);
        await Should.ThrowAsync<RecordUnavailableException>(() => next);
        _asked.Count.ShouldBe(1);

        var later = _together.Ask(3);
        await Until(() => _asked.Count == 2);
        Answer(1);
        (await later).ShouldBe("answer 3");
    }

    private void Answer(int question) => _asked[question].Answer.SetResult([.. _asked[question].Keys.Select(key => $"answer {key}")]);

    private static async Task Until(Func<bool> so)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!so())
            await Task.Delay(1, limit.Token);
    }
}
