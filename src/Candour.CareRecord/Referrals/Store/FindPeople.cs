using Candour.Clinical;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Referrals.Store;

/// <summary>People looked up in their list.</summary>
public static class FindPeople
{
    private const int Most = 50;

    public static async Task<PersonRow?> One(TheRecord record, string person)
    {
        await using var lists = record.Lists();
        return await lists.Set<PersonRow>().AsNoTracking().SingleOrDefaultAsync(p => p.Person == person);
    }

    public static async Task<IReadOnlyDictionary<string, PersonRow>> Many(TheRecord record, IReadOnlyCollection<string> people)
    {
        await using var lists = record.Lists();
        return await lists.Set<PersonRow>().AsNoTracking().Where(p => people.Contains(p.Person)).ToDictionaryAsync(p => p.Person);
    }

    /// <summary>People who may be this one, each with the reasons; the person itself left out.</summary>
    public static async Task<IReadOnlyList<(PersonRow Row, IReadOnlyList<string> Because)>> Alike(TheRecord record, Traits traits, string? self)
    {
        var born = traits.BirthDate;
        var turned = born is { Day: <= 12 } b ? new DateOnly(b.Year, b.Day, b.Month) : born;
        await using var lists = record.Lists();
        var rows = await lists.Set<PersonRow>().AsNoTracking()
            .Where(p => (born != null && (p.BirthDate == born || p.BirthDate == turned)) || (traits.NhsNumber != null && p.NhsNumber == traits.NhsNumber))
            .Where(p => p.Person != self)
            .ToListAsync();
        return [.. rows.Select(r => (r, Likeness.Between(traits, r.Traits))).Where(r => r.Item2.Count > 0).Take(Most)];
    }

    /// <summary>Whether another person has this NHS number.</summary>
    public static async Task<bool> NhsNumberTaken(TheRecord record, string number, string? self)
    {
        await using var lists = record.Lists();
        return await lists.Set<PersonRow>().AnyAsync(p => p.NhsNumber == number && p.Person != self);
    }

    /// <summary>
    /// Search by name, birth date, NHS number or reference: any one, or several together. At most 50, names in order.
    /// </summary>
    public static async Task<IReadOnlyList<(PersonRow Person, ReferralRow? Referral)>> Search(
        TheRecord record, string? name, DateOnly? born, string? nhsNumber, string? reference)
    {
        await using var lists = record.Lists();
        var people = lists.Set<PersonRow>().AsNoTracking().AsQueryable();
        foreach (var word in (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Tidy.Name).Where(w => w.Length > 0))
            people = people.Where(p => p.FirstKey.StartsWith(word) || p.LastKey.StartsWith(word));
        if (born is not null)
            people = people.Where(p => p.BirthDate == born);
        if (nhsNumber is not null)
            people = people.Where(p => p.NhsNumber == nhsNumber);
        var digits = reference is null ? null : string.Concat(reference.Where(c => char.IsAsciiDigit(c) || c == '-')).Trim('-');
        if (digits is not null)
        {
            var of = await lists.Set<ReferralRow>().Where(r => r.ReferenceDigits == digits).Select(r => r.Person).ToListAsync();
            people = people.Where(p => of.Contains(p.Person));
        }

        var found = await people.OrderBy(p => p.LastKey).ThenBy(p => p.FirstKey).ThenBy(p => p.Person).Take(Most).ToListAsync();
        var ids = found.Select(p => p.Person).ToList();
        var referrals = (await lists.Set<ReferralRow>().AsNoTracking().Where(r => ids.Contains(r.Person)).ToListAsync()).ToLookup(r => r.Person);
        return [.. found.Select(p => (p, referrals[p.Person].OrderByDescending(r => r.ReceivedOn).ThenBy(r => r.Referral).FirstOrDefault()))];
    }
}
