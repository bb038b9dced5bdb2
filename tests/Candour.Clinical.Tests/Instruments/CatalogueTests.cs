using Candour.Clinical.Codes;
using Candour.Clinical.Instruments;

namespace Candour.Clinical.Tests.Instruments;

public sealed class CatalogueTests
{
    public static TheoryData<string> Tokens => [.. Instrument.All.Select(i => i.Token)];

    public static TheoryData<string> Scored => [.. Instrument.All.Where(i => i.Scoring is Scoring.Sum or Scoring.MeanInTenths or Scoring.MeanInHundredths).Select(i => i.Token)];

    [Theory, MemberData(nameof(Scored))]
    public void The_lowest_and_highest_answers_give_the_ends_of_the_range(string token)
    {
        var instrument = Instrument.Find(token);
        int?[] best = [.. instrument.Items.Select(i => i.Reversed ? i.Highest : (int?)i.Lowest)];
        int?[] worst = [.. instrument.Items.Select(i => i.Reversed ? i.Lowest : (int?)i.Highest)];
        Score.Of(instrument, best)!.Value.ShouldBe(instrument.Lowest);
        Score.Of(instrument, worst)!.Value.ShouldBe(instrument.Highest);
    }

    [Theory, MemberData(nameof(Scored))]
    public void One_missing_answer_gives_no_official_score(string token)
    {
        var instrument = Instrument.Find(token);
        for (var missing = 0; missing < instrument.Items.Count; missing++)
        {
            int?[] answers = [.. instrument.Items.Select(i => (int?)i.Highest)];
            answers[missing] = null;
            Score.Of(instrument, answers).ShouldBeNull();
        }
    }

    [Theory, MemberData(nameof(Tokens))]
    public void An_answer_outside_the_scale_or_a_form_of_another_length_is_an_error(string token)
    {
        var instrument = Instrument.Find(token);
        foreach (var wrong in new[] { instrument.Items[0].Highest + 1, instrument.Items[0].Lowest - 1 }.Where(a => !instrument.Items[0].Allows(a)))
        {
            int?[] answers = [.. instrument.Items.Select(i => (int?)i.Highest)];
            answers[0] = wrong;
            Should.Throw<ArgumentException>(() => Score.Of(instrument, answers));
        }

        Should.Throw<ArgumentException>(() => Score.Of(instrument, new int?[instrument.Items.Count + 1]));
    }

    [Theory, MemberData(nameof(Tokens))]
    public void Codes_ranges_bands_and_words_agree_with_each_other(string token)
    {
        var instrument = Instrument.Find(token);
        var national = CodeList.Find("assessment_tool");
        foreach (var code in instrument.Items.Select(i => i.Snomed).Append(instrument.Snomed).OfType<string>())
            national.Knows(code).ShouldBeTrue(code);
        if (instrument.AdsmToken is { } adsm)
            CodeList.Find("adsm_token").Knows(adsm).ShouldBeTrue();
        foreach (var (band, next) in instrument.Bands.Zip(instrument.Bands.Skip(1)))
            next.From.ShouldBe(band.To + 1);
        if (instrument.Bands.Count > 0)
            (instrument.Bands[0].From, instrument.Bands[^1].To).ShouldBe((instrument.Lowest, instrument.Highest));
        foreach (var line in instrument.Thresholds.Select(t => t.Caseness).OfType<int>())
            line.ShouldBeInRange(instrument.Lowest, instrument.Highest);
        if (instrument.Wording is { } words)
        {
            words.Instrument.ShouldBe(token);
            words.Items.Select(i => i.Number).ShouldBe(instrument.Items.Select(i => i.Number));
            foreach (var item in instrument.Items)
                words.ChoicesOf(item.Number).ShouldAllBe(c => item.Allows(c.Value));
            words.Choices.Select(c => c.Value).ShouldBe(Enumerable.Range(instrument.Items[0].Lowest, words.Choices.Count));
        }
    }

    [Fact]
    public void Every_national_total_has_its_instrument_and_every_line_of_the_thresholds_too()
    {
        var items = Instrument.All.SelectMany(i => i.Items).Select(i => i.Snomed).ToHashSet();
        CodeList.Find("assessment_tool").Codes.Where(c => !items.Contains(c.Code) && Instrument.OfSnomed(c.Code) is null).ShouldBeEmpty();
        Instrument.All.Sum(i => i.Thresholds.Count).ShouldBe(15);
    }

    [Fact]
    public void Only_the_words_we_may_ship_are_shipped() =>
        Instrument.All.Where(i => i.Wording is not null).Select(i => i.Name).ShouldBe(["PHQ-9", "GAD-7", "PCL-5", "PHQ-15"], ignoreOrder: true);

    [Theory, MemberData(nameof(Tokens))]
    public void A_form_without_words_can_be_copied_from_paper_by_number(string token)
    {
        var instrument = Instrument.Find(token);
        var paper = Wording.FromPaper(instrument);
        paper.Items.Count.ShouldBe(instrument.Items.Count);
        foreach (var item in instrument.Items)
            paper.ChoicesOf(item.Number).Select(c => c.Value).ShouldBe(Enumerable.Range(-1, 103).Where(item.Allows));
    }

    [Fact]
    public void At_most_one_line_of_an_instrument_holds_on_a_day()
    {
        for (var day = new DateOnly(2020, 8, 1); day < new DateOnly(2022, 5, 1); day = day.AddDays(1))
            Instrument.All.ShouldAllBe(i => i.Thresholds.Count(t => t.HoldsOn(day)) <= 1);
    }

    [Fact]
    public void The_mean_agrees_with_exact_fractions_on_random_forms()
    {
        var random = new Random(20261005);
        var instrument = Instrument.Find("AgoraAlone");
        for (var form = 0; form < 20_000; form++)
        {
            int?[] answers = [.. instrument.Items.Select(_ => random.Next(4) == 0 ? Item.NotApplicable : (int?)random.Next(1, 6))];
            var rated = answers.Where(a => a != Item.NotApplicable).Select(a => (decimal)a!).ToList();
            var expected = (int)(Math.Round(rated.Average(), 2, MidpointRounding.AwayFromZero) * 100);
            Score.Of(instrument, answers)!.Value.ShouldBe(expected);
        }
    }
}
