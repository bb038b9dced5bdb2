using Candour.CareRecord.Policies;
using Candour.CareRecord.Staff;
using Candour.CareRecord.Tests.Referrals;

namespace Candour.CareRecord.Tests.Staff;

public sealed class StaffTests
{
    private static readonly DateOnly Today = new(2026, 9, 7);

    [Fact]
    public void Somebody_who_joins_is_known_by_name_title_and_agreed_number()
    {
        var stream = History.Empty(Streams.Staff("STAFFJ0000000001"));
        var joined = AReferral.One<StaffJoined>(new JoinStaff { Name = " Jo Demo ", Title = "a psychological wellbeing practitioner", From = Today, PeopleADay = 5 }.Decide(stream));
        (joined.Name, joined.Title, joined.PeopleADay).ShouldBe(("Jo Demo", "a psychological wellbeing practitioner", 5));
    }

    [Theory]
    [InlineData("", 5)]
    [InlineData("Jo Demo", 0)]
    [InlineData("Jo Demo", 21)]
    public void A_nameless_or_impossible_entry_is_refused(string name, int people) =>
        new JoinStaff { Name = name, From = Today, PeopleADay = people }.Decide(History.Empty(Streams.Staff("S"))).ShouldBeOfType<Refused>();

    [Fact]
    public void A_qualification_counts_from_the_day_it_was_awarded()
    {
        var jo = Colleague.Of(AColleague.Jo())!;
        jo.QualificationsOn(new(2020, 6, 30)).ShouldBeEmpty();
        jo.QualificationsOn(new(2020, 7, 1)).ShouldBe(["10"]);
    }

    [Fact]
    public void A_planned_EMDR_award_entitles_to_nothing()
    {
        var jo = AColleague.Jo();
        var planned = AReferral.One<QualificationAwarded>(new AwardQualification("17", null, new(2027, 7, 1)).Decide(jo, AColleague.Now));
        Colleague.Of(jo.With([planned], AColleague.Kay, AColleague.Now))!.QualificationsOn(new(2028, 1, 1)).ShouldBe(["10"]);
    }

    [Fact]
    public void A_practitioner_in_training_counts_until_the_planned_day()
    {
        var trainee = Colleague.Of(AColleague.Called("STAFFTRA1NEE0001", "Ty Sample", "a trainee", new QualificationAwarded { Qualification = "10", PlannedFor = new(2027, 7, 1) }))!;
        trainee.QualificationsOn(new(2027, 7, 1)).ShouldBe(["10"]);
        trainee.QualificationsOn(new(2027, 7, 2)).ShouldBeEmpty();
    }

    [Fact]
    public void Wrong_qualifications_are_refused_each_in_its_own_words()
    {
        var jo = AColleague.Jo();
        AReferral.Refusal<NoSuchQualification>(new AwardQualification("99", Today).Decide(jo, AColleague.Now));
        AReferral.Refusal<SayWhenAwarded>(new AwardQualification("17", null).Decide(jo, AColleague.Now));
        AReferral.Refusal<SayWhenAwarded>(new AwardQualification("17", Today, Today).Decide(jo, AColleague.Now));
        AReferral.Refusal<AwardedInFuture>(new AwardQualification("17", Today.AddDays(1)).Decide(jo, AColleague.Now));
        AReferral.Refusal<AwardedTooEarly>(new AwardQualification("17", new(2004, 12, 31)).Decide(jo, AColleague.Now));
        AReferral.Refusal<PlannedInPast>(new AwardQualification("17", null, Today.AddDays(-1)).Decide(jo, AColleague.Now));
    }

    [Theory]
    [InlineData(Roles.ServiceLead)]
    [InlineData(Roles.DataManager)]
    [InlineData(Roles.Pwp)]
    public void A_role_stands_only_when_a_second_person_has_agreed(string role)
    {
        var jo = AColleague.Jo();
        var asked = jo.With([AReferral.One<RoleAsked>(new AskRole(role, Today).Decide(jo, AColleague.Kay))], AColleague.Kay, AColleague.Now);
        Colleague.Of(asked)!.Roles.ShouldBeEmpty();
        AReferral.Refusal<RoleNeedsAnother>(new AnswerRole(role, true).Decide(asked, AColleague.Kay));
        var granted = AReferral.One<RoleGranted>(new AnswerRole(role, true).Decide(asked, AColleague.Lee));
        granted.AskedBy.ShouldBe(AColleague.Kay.Actor);
        Colleague.Of(asked.With([granted], AColleague.Lee, AColleague.Now))!.Roles.ShouldBe([role]);
    }

    [Fact]
    public void Nobody_gives_themselves_a_role()
    {
        var jo = AColleague.Jo();
        var self = new By(jo.Stream.Id, Roles.AccountAdmin);
        AReferral.Refusal<NotToYourself>(new AskRole(Roles.Supervisor, Today).Decide(jo, self));
        var asked = jo.With([new RoleAsked { RoleName = Roles.Supervisor, From = Today }], AColleague.Kay, AColleague.Now);
        AReferral.Refusal<NotToYourself>(new AnswerRole(Roles.Supervisor, true).Decide(asked, self));
    }

    [Theory]
    [InlineData(Roles.PrivacyOfficer, "records_officer")]
    [InlineData(Roles.AccountAdmin, Roles.PrivacyOfficer)]
    [InlineData(Roles.AccountAdmin, "records_officer")]
    [InlineData("log_keeper", "operator")]
    [InlineData("survey_officer", Roles.ServiceLead)]
    [InlineData("followup_assessor", Roles.Pwp)]
    [InlineData("followup_assessor", Roles.HighIntensity)]
    public void Roles_that_check_one_another_are_never_in_one_person(string one, string other)
    {
        foreach (var (held, asked) in new[] { (one, other), (other, one) })
        {
            var jo = AColleague.Jo(new RoleGranted { RoleName = held, From = Today });
            AReferral.Refusal<NeverTogether>(new AskRole(asked, Today).Decide(jo, AColleague.Kay));
            var both = jo.With([new RoleAsked { RoleName = asked, From = Today }], AColleague.Kay, AColleague.Now);
            AReferral.Refusal<NeverTogether>(new AnswerRole(asked, true).Decide(both, AColleague.Lee));
        }
    }

    [Fact]
    public void Nobody_leaves_with_work_in_their_hands()
    {
        var refusal = AReferral.Refusal<WorkLeftBehind>(new LeaveStaff(Today).Decide(AColleague.Jo(), new OpenWork(3, 41, 0, 0), []));
        refusal.Message.ShouldBe("Jo Demo has 3 risk tasks and 41 people. Choose who takes them. Risk tasks are handed on where they are shown.");
        var left = AReferral.One<StaffLeft>(new LeaveStaff(Today).Decide(AColleague.Jo(), OpenWork.None, []));
        Colleague.Of(AColleague.Jo(left))!.WorksHereOn(Today).ShouldBeFalse();
    }

    [Fact]
    [Trait("Hazard", "H08")]
    public void Nobody_leaves_while_worries_would_go_to_them_by_the_rota_or_a_post()
    {
        var (jo, now) = (AColleague.Jo().Stream.Id, AColleague.Now);
        DutySet Duty(string staff, int fromHour, int untilHour) => new() { Staff = staff, From = now.Plus(TimeSpan.FromHours(fromHour)), Until = now.Plus(TimeSpan.FromHours(untilHour)) };
        var rota = History.Empty(Streams.Policy).With([Duty(jo, 24, 72)], By.Worker, now);
        var refusal = AReferral.Refusal<StillNamed>(new LeaveStaff(Today).Decide(AColleague.Jo(), OpenWork.None, NamedInPolicy.Of(rota, jo, now)));
        refusal.Message.ShouldBe("Jo Demo is on duty by the rota, so worries go to them. Name somebody else first, in the policy of the service.");
        NamedInPolicy.Of(rota.With([Duty("STAFFKAY00000001", 24, 48)], By.Worker, now), jo, now).ShouldNotBeEmpty("the second day is still hers");
        NamedInPolicy.Of(rota.With([Duty("STAFFKAY00000001", 20, 72)], By.Worker, now), jo, now).ShouldBeEmpty("somebody else has every hour of it");
        NamedInPolicy.Of(rota, jo, now.Plus(TimeSpan.FromHours(72))).ShouldBeEmpty("it is over");
        var lead = rota.With([new PolicySet { Name = PolicyNames.ClinicalLead, Value = jo, From = Today.AddDays(30) }], By.Worker, now);
        NamedInPolicy.Of(lead, jo, now).ShouldBe(["the clinical lead", "on duty by the rota"]);
    }

    [Fact]
    [Trait("Hazard", "H08")]
    public void A_role_is_not_taken_away_while_only_it_lets_them_do_what_is_still_theirs()
    {
        var jo = Holding(Roles.Pwp, Roles.SafeguardingLead, Roles.DataManager);
        Refused<WorkLeftBehind>(jo, Roles.Pwp, new OpenWork(3, 41, 0, 0))
            .ShouldBe("Jo Demo has 3 risk tasks and 41 people. Choose who takes them. Risk tasks are handed on where they are shown.");
        Refused<WorkLeftBehind>(jo, Roles.Pwp, new OpenWork(0, 41, 2, 0)).ShouldBe("Jo Demo has 41 people and 2 appointments. Choose who takes them.");
        var concerns = new OpenWork(0, 0, 0, 1);
        AReferral.One<RoleTaken>(Take(jo, Roles.SafeguardingLead, concerns)).RoleName.ShouldBe(Roles.SafeguardingLead, "a practitioner may read one that is theirs");
        Refused<WorkLeftBehind>(Holding(Roles.SafeguardingLead, Roles.DataManager), Roles.SafeguardingLead, concerns).ShouldBe(
            "Jo Demo has 1 safeguarding concern. Safeguarding concerns go to whoever is safeguarding lead: name somebody else first, in the policy of the service.");
    }

    [Fact]
    public void A_role_that_carries_nothing_of_it_is_taken_away_and_so_is_one_of_two_that_do()
    {
        var all = new OpenWork(3, 41, 2, 1);
        AReferral.One<RoleTaken>(Take(Holding(Roles.Pwp, Roles.DataManager), Roles.DataManager, all)).On.ShouldBe(Today);
        AReferral.One<RoleTaken>(Take(Holding(Roles.Pwp, Roles.HighIntensity), Roles.Pwp, all)).RoleName.ShouldBe(Roles.Pwp);
        Take(Holding(Roles.Pwp), Roles.Supervisor, all).ShouldBe(Decision.AlreadySo);
    }

    [Fact]
    [Trait("Hazard", "H08")]
    public void A_role_is_not_taken_away_from_somebody_whom_rota_or_policy_calls_in_it()
    {
        var now = AColleague.Now;
        var rota = Named(new DutySet { Staff = AColleague.Jo().Stream.Id, From = now.Plus(TimeSpan.FromDays(3)), Until = now.Plus(TimeSpan.FromDays(4)) });
        Refused<StillNamed>(Holding(Roles.Pwp), Roles.Pwp, OpenWork.None, rota)
            .ShouldBe("Jo Demo is on duty by the rota, so worries go to them. Name somebody else first, in the policy of the service.");
        // A trainee reads their own people's tasks, and none by the rota.
        Refused<StillNamed>(Holding(Roles.Pwp, Roles.PwpTrainee), Roles.Pwp, OpenWork.None, rota).ShouldContain("on duty by the rota");
        Take(Holding(Roles.Pwp, Roles.Supervisor), Roles.Pwp, OpenWork.None, rota).ShouldBeOfType<Accepted>();

        PolicySet Post(string post) => new() { Name = post, Value = AColleague.Jo().Stream.Id, From = Today.AddDays(20) };
        Refused<StillNamed>(Holding(Roles.ClinicalLead, Roles.DataManager), Roles.ClinicalLead, OpenWork.None, Named(Post(PolicyNames.ClinicalLead)))
            .ShouldContain("is the clinical lead, so");
        Refused<StillNamed>(Holding(Roles.Supervisor), Roles.Supervisor, OpenWork.None, Named(Post(PolicyNames.Supervisor))).ShouldContain("the supervisor of the service");
        Refused<StillNamed>(Holding(Roles.SafeguardingLead), Roles.SafeguardingLead, OpenWork.None, Named(Post(PolicyNames.SafeguardingLead)))
            .ShouldContain("the safeguarding lead");
        Take(Holding(Roles.ClinicalLead, Roles.DataManager), Roles.DataManager, OpenWork.None, Named(Post(PolicyNames.ClinicalLead))).ShouldBeOfType<Accepted>();
    }

    [Fact]
    public void The_row_says_the_qualifications_back_as_they_are()
    {
        var row = StaffRow.RowsOf(AColleague.Jo(new QualificationAwarded { Qualification = "17", PlannedFor = new(2027, 7, 1) })).Single();
        row.Held().ShouldBe([new("10", new(2020, 7, 1), null), new("17", null, new(2027, 7, 1))]);
    }

    private static History Holding(params string[] roles) => AColleague.Jo([.. roles.Select(r => new RoleGranted { RoleName = r, From = Today })]);

    private static History Named(params Event[] policy) => History.Empty(Streams.Policy).With(policy, By.Worker, AColleague.Now);

    private static Decision Take(History staff, string role, OpenWork work, History? policy = null) =>
        new TakeRole(role).Decide(staff, work, policy ?? Named(), AColleague.Now);

    private static string Refused<T>(History staff, string role, OpenWork work, History? policy = null)
        where T : Refusal =>
        AReferral.Refusal<T>(Take(staff, role, work, policy)).Message;
}
