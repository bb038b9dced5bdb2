using Candour.CareRecord.Appointments;
using Candour.CareRecord.Referrals;
using Candour.Clinical;
using Candour.Clinical.Codes;

namespace Candour.CareRecord.Sessions;

/// <summary>Puts down a stretch of internet enabled therapy between contacts (IDS205): which programme, and a clinician's time on it.</summary>
/// <param name="Minutes">A clinician's time, 0 to 9999.</param>
/// <param name="IntegratedSoftware">List iet_integrated_software; null: not said.</param>
public sealed record LogInternetTherapy(DateOnly? From, DateOnly? To, string? Programme, int? Minutes, string? IntegratedSoftware)
{
    public Decision Decide(History referral, string clinician, Moment now)
    {
        if (!referral.Any<ReferralReceived>())
            return new NoSuchAppointment();
        if (From is not { } from || from > London.DayOf(now))
            return new LogDayIsOff("LogFrom");
        if (To is not { } to || to > London.DayOf(now) || to < from)
            return new LogDayIsOff("LogTo");
        if (Text.OrNull(Programme) is not { } programme)
            return new NameTheProgramme();
        if (programme.Length > 20)
            return new ProgrammeTooLong("LogProgramme");
        if (Minutes is not (>= 0 and <= 9999))
            return new LogMinutesAreOff();
        if (IntegratedSoftware is not null && !CodeList.Find("iet_integrated_software").Knows(IntegratedSoftware))
            return new NotInTheList("IntegratedSoftware");
        return Decision.Accept(referral.Stream, new InternetTherapyLogged
        {
            From = from, To = to, Programme = programme, Minutes = Minutes.Value, Clinician = clinician, IntegratedSoftware = IntegratedSoftware,
        });
    }
}
