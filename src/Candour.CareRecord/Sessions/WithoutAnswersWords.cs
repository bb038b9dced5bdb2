namespace Candour.CareRecord.Sessions;

/// <summary>The reasons for starting without answers, as chosen on the page and shown in the chart.</summary>
public static class WithoutAnswersWords
{
    public static string Of(WithoutAnswers reason) => reason switch
    {
        WithoutAnswers.NoInternet => "No internet",
        WithoutAnswers.TooUpset => "Too upset",
        WithoutAnswers.ChoseNotTo => "Chose not to",
        WithoutAnswers.CrisisFirst => "Crisis first",
        WithoutAnswers.CameLate => "Came late",
        _ => "Another",
    };
}
