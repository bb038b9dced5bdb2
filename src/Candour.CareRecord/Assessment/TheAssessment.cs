using System.Globalization;
using Candour.CareRecord.Pathways;
using Candour.CareRecord.Sessions;

namespace Candour.CareRecord.Assessment;

/// <summary>How far a block is.</summary>
public enum BlockState
{
    NotYet,
    Part,
    Done,
}

/// <summary>A guided assessment as it stands, folded from the referral's events.</summary>
public sealed class TheAssessment
{
    private readonly Dictionary<AssessmentBlock, AssessmentBlockSaved> _blocks = [];
    private readonly int? _item9;

    private TheAssessment(History referral, string appointment)
    {
        Appointment = appointment;
        foreach (var saved in referral.All<AssessmentBlockSaved>().Where(s => s.Appointment == appointment))
            _blocks[saved.Block] = saved;
        _item9 = PathwayAnswers.Item9Of(referral, appointment);
        IsClosed = referral.Any<AssessmentClosed>(c => c.Appointment == appointment);
    }

    public string Appointment { get; }

    public bool IsClosed { get; }

    /// <summary>The written answer to item 9, 0 to 3; null when none was given.</summary>
    public int? Item9 => _item9;

    public static TheAssessment Of(History referral, string appointment) => new(referral, appointment);

    /// <summary>Safety has been talked about in this referral: only then is a main problem named.</summary>
    public static bool RiskOpened(History referral) =>
        referral.Any<AssessmentBlockSaved>(s => s.Block == AssessmentBlock.Risk) || referral.Any<SafetyTalkedAbout>();

    /// <summary>What a field holds; empty when nothing.</summary>
    public string Said(AssessmentBlock block, string field)
    {
        if (!_blocks.TryGetValue(block, out var saved))
            return "";
        var at = saved.Fields.ToList().IndexOf(field);
        return at >= 0 && saved.Said is { } said && at < said.Count ? said[at] : "";
    }

    /// <summary>The free box of a block.</summary>
    public string Notes(AssessmentBlock block) => _blocks.TryGetValue(block, out var saved) ? saved.Notes ?? "" : "";

    public SpokenThoughts? Spoken =>
        Enum.TryParse<SpokenThoughts>(Said(AssessmentBlock.Risk, AssessmentForm.Spoken), out var spoken) ? spoken : null;

    /// <summary>The written and the spoken answer say different things.</summary>
    public bool AnswersDiffer => Spoken is { } spoken && SessionParts.Differ(spoken, _item9);

    public BlockState StateOf(AssessmentBlock block)
    {
        if (!_blocks.ContainsKey(block))
            return BlockState.NotYet;
        var whole = AssessmentForm.Of(block).Fields.Where(f => f.Needed).All(f => Said(block, f.Key).Length > 0);
        if (block == AssessmentBlock.Risk)
            whole = whole && Spoken is not null && (!AnswersDiffer || Said(block, AssessmentForm.Understood).Length > 0);
        return whole ? BlockState.Done : BlockState.Part;
    }

    public IEnumerable<AssessmentBlock> NotDone => Enum.GetValues<AssessmentBlock>().Where(b => StateOf(b) != BlockState.Done);

    /// <summary>"Assessment part done. 3 blocks left."</summary>
    public string Progress => NotDone.Count() switch
    {
        0 => "All blocks done.",
        1 => "Assessment part done. 1 block left.",
        var left => string.Create(CultureInfo.InvariantCulture, $"Assessment part done. {left} blocks left."),
    };

    /// <summary>All that was written, block by block, as the note of the session.</summary>
    public string AsNote() => string.Join("\n\n", AssessmentForm.Parts.Where(p => _blocks.ContainsKey(p.Block)).Select(AsText));

    private string AsText(AssessmentPart part)
    {
        var lines = part.Fields.Where(f => Said(part.Block, f.Key).Length > 0).Select(f => $"{f.Label}: {Said(part.Block, f.Key)}");
        return string.Join('\n', lines.Prepend(part.Name).Concat(Notes(part.Block).Length > 0 ? [Notes(part.Block)] : []));
    }
}
