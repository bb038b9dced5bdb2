using Candour.CareRecord;
using Candour.CareRecord.Questionnaires;
using Candour.CareRecord.Referrals;

namespace Candour.Web.Pages.Questionnaires;

/// <summary>What staff pages about a questionnaire share: the form, checked to belong to the pathway in the address.</summary>
public sealed class Entry(TheRecord record, Forms forms)
{
    public async Task<Questionnaire?> Find(string referral, string id) =>
        await forms.Find(id) is { } form && form.Issued.Referral == referral ? form : null;

    public async Task<string> CalledName(Questionnaire form) =>
        Person.Of(await record.Read(Streams.Person(form.Issued.Person)))?.Called ?? "this person";

    public static string AddressOf(Questionnaire form, string page = "") => AddressOf(form.Issued.Referral, form.Id, page);

    public static string AddressOf(string referral, string set, string page = "") => $"/pathways/{referral}/questionnaires/{set}/enter{page}";
}
