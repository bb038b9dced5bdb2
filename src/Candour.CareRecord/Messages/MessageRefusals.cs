namespace Candour.CareRecord.Messages;

public sealed record NoSuchMessage() : Refusal("We cannot find that message. Go back to the list and open it from there.");

public sealed record MessageAlreadySettled() : Refusal("Somebody has done this already. Nothing more is needed.");

public sealed record NoAnswerIsNotDone()
    : Refusal("Nobody was reached, so this row stays on the list. Try again another day, or write if that is safe.")
{
    public override string Field => "Outcome";
}
