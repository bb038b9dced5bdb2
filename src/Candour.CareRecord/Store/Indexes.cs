using Candour.CareRecord.Links;
using Candour.CareRecord.Messages;
using Microsoft.EntityFrameworkCore;

namespace Candour.CareRecord.Store;

/// <summary>The indexes lists are searched and sorted by, in one place. The provider always comes first.</summary>
internal static class Indexes
{
    public static void AddTo(ModelBuilder model)
    {
        model.Entity<LinkRow>().HasIndex("Provider", nameof(LinkRow.Person), nameof(LinkRow.Purpose), nameof(LinkRow.Target));
        model.Entity<LinkRow>().HasIndex("Provider", nameof(LinkRow.Purpose), nameof(LinkRow.Target), nameof(LinkRow.State));
        model.Entity<LinkRow>().HasIndex("Provider", nameof(LinkRow.State), nameof(LinkRow.Since));
        model.Entity<LinkCodeRow>().HasIndex("Provider", nameof(LinkCodeRow.Person), nameof(LinkCodeRow.Sent));
        model.Entity<OutboxRow>().HasIndex("Provider", nameof(OutboxRow.Stage), nameof(OutboxRow.Due));
        model.Entity<OutboxRow>().HasIndex("Provider", nameof(OutboxRow.Stage), nameof(OutboxRow.Since));
        model.Entity<OutboxRow>().HasIndex("Provider", nameof(OutboxRow.Person), nameof(OutboxRow.Stage));
        model.Entity<CallRow>().HasIndex("Provider", nameof(CallRow.Since));
    }
}
