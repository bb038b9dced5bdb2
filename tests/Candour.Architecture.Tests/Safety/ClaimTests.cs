using System.Text.RegularExpressions;

namespace Candour.Architecture.Tests.Safety;

/// <summary>Words that pages and documents may not say: claims nobody has shown, and grades of risk, which nobody should give.</summary>
public sealed partial class ClaimTests
{
    /// <summary>Where the words stand because they are the ones not to use.</summary>
    private static readonly string[] ListsThem = ["GLOSSARY.md"];

    [Fact]
    public void No_page_or_document_claims_what_nobody_has_shown() => Found(Claim()).ShouldBeEmpty();

    [Fact]
    public void No_page_or_document_grades_risk() => Found(RiskGrade()).ShouldBeEmpty();

    [Theory]
    [InlineData("Candour is DCB0129 compliant.")]
    [InlineData("The record cannot be altered")]
    [InlineData("It detects depression.")]
    [InlineData("fraud-proof")]
    public void A_planted_claim_is_found(string text) => Claim().IsMatch(text).ShouldBeTrue();

    [Theory]
    [InlineData("Low risk")]
    [InlineData("risk level: medium")]
    [InlineData("<strong class=\"tag--red\">High-risk</strong>")]
    public void A_planted_grade_is_found(string text) => RiskGrade().IsMatch(text).ShouldBeTrue();

    [Fact]
    public void An_ordinary_sentence_is_not_found() => RiskGrade().IsMatch("What was said about risk, and what was agreed.").ShouldBeFalse();

    private static IEnumerable<string> Found(Regex words) =>
        Sources.Files()
            .Where(f => f.EndsWith(".md", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal) || f.EndsWith(".html", StringComparison.Ordinal))
            .Where(f => !ListsThem.Contains(f))
            .SelectMany(f => words.Matches(Sources.Text(f)).Select(m => $"{f}: {m.Value}"));

    [GeneratedRegex(
        @"DCB01[26]\d[- ]compliant|DTAC passed|NHS[- ]approved|fraud-?proof|tamper-?proof|cannot be altered|detects? (depression|anxiety)|predicts? (risk|suicide)|not a medical device|WCAG compliant",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Claim();

    [GeneratedRegex(@"\b(low|medium|high|moderate)[- ]risk\b|risk (level|grade|rating|score): ", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RiskGrade();
}
