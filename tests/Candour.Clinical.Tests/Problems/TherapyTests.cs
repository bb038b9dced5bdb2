using Candour.Clinical.Codes;
using Candour.Clinical.Problems;

namespace Candour.Clinical.Tests.Problems;

public sealed class TherapyTests
{
    [Fact]
    public void Every_national_therapy_code_has_a_description_and_the_intensity_of_the_list()
    {
        foreach (var code in CodeList.Find("therapy_type").Codes)
        {
            var intensity = code.Group switch { "low intensity" => Intensity.Low, "high intensity" => Intensity.High, _ => Intensity.Neither };
            Therapy.Find(code.Code).Intensity.ShouldBe(intensity, code.Label);
        }
    }

    /// <summary>The stage rule of the monthly metadata: eight low codes, and high without collaborative care and counselling.</summary>
    [Fact]
    public void The_stage_rule_has_eight_low_codes_and_leaves_out_counselling_and_collaborative_care()
    {
        Therapy.All.Count(t => t.Stage == 'L').ShouldBe(8);
        Therapy.All.Where(t => t.Intensity == Intensity.High && t.Stage is null).Select(t => t.OfficialName)
            .ShouldBe(["Collaborative care", "Counselling for depression"], ignoreOrder: true);
    }

    [Fact]
    public void What_a_patient_reads_has_all_its_parts_and_no_percent_sign()
    {
        foreach (var therapy in Therapy.On(new(2026, 10, 9)).Where(t => t.Kind == TherapyKind.Treatment))
        {
            string?[] parts = [therapy.PlainName, therapy.WhatHappens, therapy.HowLong, therapy.ChangeToExpect, therapy.WhatItIsNot];
            parts.ShouldAllBe(p => !string.IsNullOrWhiteSpace(p) && !p.Contains('%'));
        }
    }

    [Fact]
    public void Other_cannot_be_signed_until_the_service_has_written_every_part()
    {
        var other = Therapy.Find("1026111000000108");
        other.CanBeSigned.ShouldBeFalse();
        (other with { PlainName = "Sleep course", WhatHappens = "You learn about sleep", HowLong = "4 classes" }).CanBeSigned.ShouldBeFalse();
        (other with { PlainName = "Sleep course", WhatHappens = "You learn about sleep", HowLong = "4 classes", WhatItIsNot = "Not one to one" })
            .CanBeSigned.ShouldBeTrue();
        Therapy.All.Where(t => t.CanBeSigned).ShouldAllBe(t => t.Kind == TherapyKind.Treatment);
    }

    [Theory]
    [InlineData("449030000", "17", true)]
    [InlineData("449030000", "11", false)]
    [InlineData("748051000000105", "10", true)]
    [InlineData("748051000000105", "30", false)]
    [InlineData("975131000000104", "30", true)]
    public void A_therapy_is_given_with_its_qualification(string therapy, string qualification, bool may) =>
        Therapy.Find(therapy).MayBeGivenWith([qualification]).ShouldBe(may);

    [Fact]
    public void Qualifications_named_are_national_codes() =>
        Therapy.All.SelectMany(t => t.Qualifications).ShouldAllBe(q => CodeList.Find("qualification").Knows(q));

    [Fact]
    public void Fewer_sessions_than_guidance_suggests_are_noticed_but_hours_are_not_compared_with_sessions()
    {
        var day = new DateOnly(2026, 10, 9);
        var book = Conforming("F32.1", Step.Two, "748051000000105");
        (book.IsLess(4), book.IsLess(6)).ShouldBe((true, false));
        Conforming("F41.0", Step.Three, "304891004").IsLess(4).ShouldBeFalse();

        Dose Conforming(string problem, Step step, string therapy) =>
            Conformity.Of(ProblemDescriptor.Of(problem), step, Therapy.Find(therapy), day).ShouldBeOfType<Conformity.Conforms>().Dose;
    }

    [Fact]
    public void A_code_chosen_from_the_list_is_read_back_as_the_same_problem() =>
        ProblemDescriptor.Choices.ShouldAllBe(p => ProblemDescriptor.Of(p.Code) == p);

    [Theory]
    [InlineData("F42", "4 to 5 in 10", "446 recovered")]
    [InlineData("F400", "3 to 4 in 10", "352 recovered")]
    [InlineData("F410", "about 5 in 10", "507 recovered")]
    [InlineData("MUS", "about 3 in 10", "These were only 33 people: too few to rely on.")]
    [InlineData("mental", null, null)]
    [InlineData("none", null, null)]
    public void A_figure_of_a_main_problem_says_what_it_is_of_and_is_silent_where_none_is_published(string key, string? about, string? figure)
    {
        var words = Candour.Clinical.Problems.ChangeToExpect.Of(ProblemDescriptor.Find(key));
        if (about is null)
        {
            words.ShouldBeNull();
            return;
        }

        words!.ShouldContain($", {about} recover, with any treatment.");
        words!.ShouldContain(figure!);
    }

    [Fact]
    public void A_figure_of_a_treatment_says_how_many_courses_it_rests_on_and_none_is_made_up()
    {
        Candour.Clinical.Problems.ChangeToExpect.Of(Therapy.Find("748051000000105")).ShouldBe(
            "Of every 1,000 people in England who had this treatment, came to 2 or more treatment sessions and began above a cut-off, 430 recovered, among 164,041 courses that finished. Source: NHS England, yearly report for 2024-25.");
        Candour.Clinical.Problems.ChangeToExpect.Of(Therapy.Find("748061000000108")).ShouldBeNull();
        Candour.Clinical.Problems.ChangeToExpect.Of(Therapy.Find("1127281000000100")).ShouldBeNull("80 courses are too few");
    }
}
