using Candour.Clinical.Codes;

namespace Candour.Clinical.Tests.Codes;

public sealed class CodeListTests
{
    [Theory]
    [InlineData("attendance", "5", "Attended on time or, if late, before the professional was ready to see the patient")]
    [InlineData("appointment_type", "03", "Assessment and treatment")]
    [InlineData("discharge_reason", "48", "Termination of treatment earlier than patient requested")]
    [InlineData("presenting_complaint", "F429", "Obsessive-compulsive disorder")]
    public void A_code_has_its_official_label(string list, string code, string label) =>
        CodeList.Find(list).LabelOf(code).ShouldBe(label);

    [Fact]
    public void Plain_words_stand_beside_the_official_label_and_never_for_a_code_that_is_not_there()
    {
        CodeList.Find("person_stated_gender")["X"]!.Plain.ShouldBe("Not known or not said");
        CodeList.Find("person_stated_gender").LabelOf("X").ShouldBe("Not Known (person stated gender code not recorded)");
        CodeList.Find("attendance")["5"]!.Plain.ShouldBe(CodeList.Find("attendance").LabelOf("5"));
        Csv.Embedded("plain.csv").Where(row => !CodeList.Find(row["list"]).Codes.Any(c => c.Code == row["code"])).ShouldBeEmpty();
    }

    [Fact]
    public void Retired_and_new_codes_hold_on_their_days_only()
    {
        CodeList.Find("discharge_reason_legacy").Knows("40", new(2020, 8, 31)).ShouldBeTrue();
        CodeList.Find("discharge_reason_legacy").Knows("40", new(2020, 9, 1)).ShouldBeFalse();
        CodeList.Find("consultation_mechanism").Knows("11", new(2022, 3, 31)).ShouldBeFalse();
        CodeList.Find("consultation_mechanism").Knows("11", new(2022, 4, 1)).ShouldBeTrue();
    }

    [Fact]
    public void An_unknown_list_is_an_error_and_an_unknown_code_is_not()
    {
        Should.Throw<KeyNotFoundException>(() => CodeList.Find("no such list"));
        CodeList.Find("attendance").Knows("1").ShouldBeFalse();
        CodeList.Find("attendance").Read(null).ShouldBeNull();
        CodeList.Find("accommodation_type").IsClosed.ShouldBeFalse();
    }

    [Fact]
    public void No_list_has_a_code_twice_on_one_day() =>
        CodeList.All.SelectMany(l => l.Codes.GroupBy(c => c.Code).Where(g => g.Count() > 1).Select(g => $"{l.Name} {g.Key}")).ShouldBeEmpty();

    [Theory]
    [InlineData("5", true, true)]
    [InlineData("6", true, true)]
    [InlineData("7", true, false)]
    [InlineData("3", true, false)]
    [InlineData("3", false, true)]
    [InlineData(null, false, true)]
    [InlineData(null, null, false)]
    public void Seen_is_attended_or_not_planned(string? code, bool? planned, bool seen) =>
        Attendance.IsSeen(code, planned).ShouldBe(seen);
}
