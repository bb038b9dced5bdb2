using Candour.CareRecord.Access.Store;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals.Store;
using Candour.CareRecord;
using Candour.CareRecord.Safeguards;
using Candour.CareRecord.Timers;
using Candour.Web.Access;
using Candour.Web.Components.Crisis;
using Candour.Web.Components;
using Candour.Web.Pages.Questionnaires;
using Candour.Web.Pages.Referrals.SelfReferral;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;

namespace Candour.Web.Hosting;

/// <summary>What pages may ask for. A feature that needs something of its own adds its line here.</summary>
internal static class Services
{
    public static void Add(IServiceCollection services, SiteOptions options, TheRecord record)
    {
        services.AddSingleton(_ => record);
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(options.Randomness);
        services.AddSingleton(options.Codes);
        services.AddHttpContextAccessor();
        services.Configure<FormOptions>(Limits.Configure);
        services.AddRateLimiter(RateLimits.Configure);
        AddKeys(services);
        KeysCertificate.Protect(services, options);
        Messaging.Add(services, options);
        AddAccess(services);
        AddReferrals(services);
        services.AddSingleton<CareRecord.Timers.IDueWork, CareRecord.Waiting.SendStillWaiting>();
        services.AddCandourComponents(CrisisLines.England);
        AddQuestionnaires(services);
        services.Configure<Microsoft.AspNetCore.Mvc.CookieTempDataProviderOptions>(said =>
        {
            // What a page says once after a redirect. Secure by the cookie policy of the site, as the form's cookie is.
            said.Cookie.Name = "__Host-candour-said";
            said.Cookie.SecurePolicy = CookieSecurePolicy.None;
            said.Cookie.HttpOnly = true;
            said.Cookie.SameSite = SameSiteMode.Lax;
            said.Cookie.Path = "/";
        });
        services.AddRazorPages(pages => pages.Conventions
            .ConfigureFilter(new Microsoft.AspNetCore.Mvc.ServiceFilterAttribute(typeof(LogsLooks)))
            .ConfigureFilter(new StaysWithItsPerson())
            .ConfigureFilter(new ForgetsWhatWasSent()))
            .AddMvcOptions(pages => pages.ModelBinderProviders.Insert(0, new ChoicesByName()));
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddSingleton<FormKeys>();
        services.AddSingleton<KeysInTheRecord>();
        services.AddDataProtection().SetApplicationName("candour").SetDefaultKeyLifetime(TimeSpan.FromDays(90))
            // One pass over what is sealed, where the default takes two: each question is sealed twice.
            .UseCryptographicAlgorithms(new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddOptions<KeyManagementOptions>().Configure<KeysInTheRecord>((keys, there) => keys.XmlRepository = there);
    }

    private static void AddQuestionnaires(IServiceCollection services)
    {
        services.AddSingleton(Wordings.Shipped);
        services.AddSingleton<Forms>();
        services.AddSingleton<Pages.Letters.LetterDesk>();
        services.AddSingleton<Entry>();
        services.AddSingleton<ShownPages>();
        services.AddSingleton<IDueWork, RiskLadder>();
        services.AddSingleton<IDueWork, CareRecord.Safeguarding.SafeguardingAlarms>();
        services.AddSingleton<IDueWork, SendQuestions>();
        services.AddSingleton<IDueWork, SendCopies>();
        services.AddSingleton<IDueWork, CareRecord.Discharge.EndsOfNotice>();
        services.AddSingleton<IDueWork, CareRecord.Discharge.AskHowTheyAre>();
    }

    private static void AddReferrals(IServiceCollection services)
    {
        services.AddSingleton<Drafts>();
        services.AddSingleton<DraftCodes>();
        services.AddSingleton<IDueWork, TakesDraftsAway>();
        services.AddSingleton<ReferringSelf>();
        services.AddSingleton<CodesAsked>();
        services.AddSingleton<CodeToConfirm>();
        services.AddSingleton<SendLimit>();
        services.AddSingleton<Pages.Referrals.PairedPeople>();
        services.AddSingleton<Pages.Waiting.HalfOfPeople>();
        services.AddSingleton<Pages.OptIn.FirstTalks>();
        services.AddScoped<DraftInHand>();
    }

    private static void AddAccess(IServiceCollection services)
    {
        services.AddSingleton<WebSessions>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<Credentials>();
        services.AddSingleton<Guesses>();
        services.AddSingleton<SlowHashes>();
        services.AddSingleton<ReadyAccounts>();
        services.AddSingleton<Secrets>();
        services.AddSingleton<Devices>();
        services.AddSingleton<CaseFacts>();
        services.AddSingleton<Colleagues>();
        services.AddScoped<Pages.Me.MyRecord>();
        services.AddSingleton<Openings>();
        services.AddSingleton<ClosedRecords>();
        services.AddSingleton<KeptPosts>();
        services.AddSingleton<KeptForms>();
        services.AddSingleton<WhoLooked>();
        services.AddSingleton<WhyLooked>();
        services.AddSingleton<IDueWork, CommitsViews>();
        services.AddSingleton<Addresses>();
        services.AddSingleton<Readiness>();
        services.AddHostedService<ReadinessAlarm>();
        services.AddSingleton<Circuit>();
        services.AddScoped<Who>();
        services.AddScoped<SignedIn>();
        services.AddScoped<EndedSession>();
        services.AddScoped<LateForms>();
        services.AddScoped<Landing>();
        services.AddScoped<Looked>();
        services.AddScoped<WhoItIs>();
        services.AddScoped<LogsLooks>();
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "__Host-candour-form";
            // "Always" would refuse to serve plain http, which a proxy on the same machine and a demonstration need. The cookie is
            // marked Secure all the same, by the cookie policy of the site.
            form.Cookie.SecurePolicy = CookieSecurePolicy.None;
            form.Cookie.SameSite = SameSiteMode.Strict;
            form.Cookie.Path = "/";
            form.SuppressXFrameOptionsHeader = true;
        });
    }
}
