using Candour.CareRecord.Referrals;

namespace Candour.CareRecord.Tests.Referrals;

public sealed class LikenessTests
{
    private static readonly Traits Di = new("Di", "Mockup", new(1991, 4, 3), null, ["07700900123"], "di@example.com", "NM1 4AB");

    [Fact]
    [Trait("Hazard", "H13")]
    public void Same_name_and_birth_date_may_be_one_person() =>
        Likeness.Between(Di, Di with { Phones = [], Email = null, Postcode = null }).ShouldBe([Likeness.SameNameAndBirthDate]);

    [Fact]
    [Trait("Hazard", "H13")]
    public void Day_and_month_turned_is_asked_only_with_a_shared_number_or_place()
    {
        var turned = Di with { BirthDate = new(1991, 3, 4) };
        Likeness.Between(Di, turned).ShouldContain(Likeness.BirthDateTurned);
        Likeness.Between(Di, turned with { Phones = [], Email = null, Postcode = null }).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Hazard", "H13")]
    public void A_married_name_at_the_same_telephone_is_asked() =>
        Likeness.Between(Di, Di with { LastName = "Sample", Email = null, Postcode = null }).ShouldBe([Likeness.OtherLastName, Likeness.SamePhone]);

    [Fact]
    public void A_short_form_of_the_first_name_is_asked() =>
        Likeness.Between(Di with { FirstName = "Samuel" }, Di with { FirstName = "Sam" }).ShouldContain(Likeness.OtherFirstName);

    [Fact]
    [Trait("Hazard", "H14")]
    public void Twins_of_one_household_are_not_offered() =>
        Likeness.Between(Di, Di with { FirstName = "Fay" }).ShouldBeEmpty();

    [Fact]
    public void Names_alike_with_another_birth_date_are_never_offered() =>
        Likeness.Between(Di, Di with { BirthDate = new(1991, 4, 4) }).ShouldBeEmpty();

    [Fact]
    [Trait("Hazard", "H14")]
    public void Different_nhs_numbers_are_two_people_whatever_else_agrees() =>
        Likeness.Between(Di with { NhsNumber = "9990000018" }, Di with { NhsNumber = "9990000026" }).ShouldBeEmpty();

    [Fact]
    public void One_nhs_number_is_one_person_whatever_the_names() =>
        Likeness.Between(Di with { NhsNumber = "9990000018" }, new("Other", "Name", new(1970, 1, 1), "9990000018", [], null, null)).ShouldBe([Likeness.SameNumber]);

    [Theory]
    [InlineData("07700 900123", "+44 7700 900 123")]
    [InlineData("07700900123", "0044 (0)7700 900123")]
    [InlineData("01632 960001", "+44 1632 960001")]
    public void Telephone_numbers_are_compared_however_written(string one, string other) => Tidy.Phone(one).ShouldBe(Tidy.Phone(other));

    [Theory]
    [InlineData("O'Sample-Testwell", "osampletestwell")]
    [InlineData("Zoë", "zoe")]
    [InlineData("נועה", "נועה")]
    [InlineData("  ", "")]
    public void Names_are_compared_without_accents_and_signs_in_any_script(string typed, string key) => Tidy.Name(typed).ShouldBe(key);

    [Fact]
    public void A_return_needs_name_birth_date_and_the_same_number_or_address()
    {
        Likeness.IsReturn(Di, Di).ShouldBeTrue();
        Likeness.IsReturn(Di, Di with { Phones = [], Email = null }).ShouldBeFalse();
        Likeness.IsReturn(Di, Di with { LastName = "Sample" }).ShouldBeFalse();
        var numbered = Di with { NhsNumber = "9990000018" };
        Likeness.IsReturn(numbered, numbered with { LastName = "Sample", Phones = [], Email = null }).ShouldBeTrue();
        Likeness.IsReturn(numbered, numbered with { BirthDate = new(1930, 1, 1) }).ShouldBeFalse("a number typed wrong gives nobody somebody else's clock");
    }
}
