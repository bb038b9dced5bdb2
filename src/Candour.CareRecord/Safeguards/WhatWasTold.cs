using Candour.Clinical.Instruments;

namespace Candour.CareRecord.Safeguards;

/// <summary>What was told, in one short line for lists and pages. Never what a person wrote in words of their own.</summary>
public static class WhatWasTold
{
    /// <summary>question 9, "several days"; or where it came from, to stand after a name: "told us in the referral".</summary>
    public static string InShort(RiskDisclosed told) => told switch
    {
        { Source: RiskSource.Item9, Instrument: { } token, Item: { } item, Value: { } value } => $"question {item}, \"{Answer(token, item, value)}\"",
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

    /// <summary>The words of an answer as the person read them, in small letters: several days.</summary>
    public static string Answer(string token, int item, int value) =>
        (Instrument.Find(token).Wording?.ChoicesOf(item).FirstOrDefault(c => c.Value == value)?.Text ?? $"{value}").ToLowerInvariant();
}
