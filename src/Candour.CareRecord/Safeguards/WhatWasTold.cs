using Candour.Clinical.Instruments;

namespace Candour.CareRecord.Safeguards;

/// <summary>What was told, in one short line for lists and pages. Never what a person wrote in words of their own.</summary>
public static class WhatWasTold
{
    /// <summary>What was told last, in short; the answers of one referral form stand together.</summary>
    /// <param name="told">Oldest first, at least one.</param>
    public static string InShort(IReadOnlyList<RiskDisclosed> told) => told[^1] is { Source: RiskSource.Referral, Item: not null, Referral: var referral }
        ? "told us in the referral: " + string.Join("; ", told
            .Where(t => t.Source == RiskSource.Referral && t.Referral == referral && t is { Item: not null, Value: not null })
            .Select(t => InReferral(t.Item!.Value, t.Value!.Value)).Distinct())
        : InShort(told[^1]);

    /// <summary>question 9, "several days"; or where it came from, to stand after a name: "told us in the referral: needs help today".</summary>
    public static string InShort(RiskDisclosed told) => told switch
    {
        { Source: RiskSource.Item9, Instrument: { } token, Item: { } item, Value: { } value } => $"question {item}, \"{Answer(token, item, value)}\"",
        { Source: RiskSource.Referral, Item: { } item, Value: { } value } => $"told us in the referral: {InReferral(item, value)}",
        { Source: RiskSource.Referral } => "told us in the referral",
        { Source: RiskSource.FeelsWorse } => "told us: I feel worse",
        { Source: RiskSource.Assessment } => "spoke of it in the assessment",
        { Source: RiskSource.Session } => "spoke of it in a session",
        { Source: RiskSource.Message } => "wrote to us",
        { Source: RiskSource.Complaint } => "told us in a complaint",
        { Source: RiskSource.Experience } => "told us in a form about their care",
        { Source: RiskSource.FrontDesk } => "told the front desk",
        { Source: RiskSource.Employment } => "told the employment adviser",
        { Source: RiskSource.FollowUp } => "told the follow-up assessor",
        _ => "a worry was handed on",
    };

    // Questions 1, 10 and 11 of the referral form; see DangerTold.
    private static string InReferral(int question, int value) => (question, value) switch
    {
        (1, 2) => "needs help today",
        (1, _) => "not sure they are safe",
        (10, 2) => "thoughts of ending their life, often",
        (10, _) => "thoughts of ending their life, sometimes",
        (11, 1) => "somebody is hurting them or making them afraid",
        (11, _) => "would rather talk about somebody hurting them",
        _ => "a worry about their safety",
    };

    /// <summary>The words of an answer as the person read them, in small letters: several days.</summary>
    public static string Answer(string token, int item, int value) =>
        (Instrument.Find(token).Wording?.ChoicesOf(item).FirstOrDefault(c => c.Value == value)?.Text ?? $"{value}").ToLowerInvariant();
}
