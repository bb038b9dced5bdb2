namespace Candour.CareRecord.Assessment;

public sealed record AssessmentIsClosed() : Refusal("This assessment is closed. Add a note with a reason, or add a new value.");

public sealed record NothingInThisBlock() : Refusal("Nothing is written in this block, so nothing was saved. Write what was said, or go on to the next block.")
{
    public override string Field => "Notes";
}

public sealed record ChooseMainProblem() : Refusal("Choose the main problem first, with the reason.");
