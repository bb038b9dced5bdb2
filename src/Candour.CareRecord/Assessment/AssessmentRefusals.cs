namespace Candour.CareRecord.Assessment;

public sealed record AssessmentIsClosed() : Refusal("This assessment is closed. Add a note with a reason, or add a new value.");

public sealed record ChooseMainProblem() : Refusal("Choose the main problem first, with the reason.");
