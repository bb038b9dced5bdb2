namespace Candour.Clinical.Codes;

/// <summary>What the appointment types of a contact mean. Source: NHS Data Dictionary, APPOINTMENT TYPE (IAPT).</summary>
public static class AppointmentType
{
    public const string Assessment = "01";
    public const string Treatment = "02";
    public const string AssessmentAndTreatment = "03";
    public const string Review = "04";
    public const string ReviewAndTreatment = "05";
    public const string FollowUp = "06";
    public const string Other = "07";
    public const string NotRecorded = "08";
    public const string EmploymentSupport = "10";

    public static bool HasAssessment(string? code) => code is Assessment or AssessmentAndTreatment;

    public static bool HasTreatment(string? code) => code is Treatment or AssessmentAndTreatment or ReviewAndTreatment;
}
