using Candour.CareRecord.Store;

namespace Candour.CareRecord.Pictures.Store;

/// <summary>Which pictures are gone, asked of the list of erased parts: a page that only links to photos reads none of their bytes.</summary>
public static class ErasedPictures
{
    /// <param name="pictures">Ids of pictures of one form: a handful.</param>
    public static async Task<IReadOnlySet<string>> Erased(TheRecord record, IEnumerable<string> pictures)
    {
        var erased = new HashSet<string>();
        foreach (var picture in pictures)
        {
            var parts = await record.Database.Statements.Rows(
                row => row.GetInt64(0),
                "select e.leaf from event_index e join erased g on g.provider=e.provider and g.leaf=e.leaf where e.provider=@p0 and e.stream=@p1",
                record.Database.Provider, Streams.Picture(picture).ToString());
            if (parts.Count > 0)
                erased.Add(picture);
        }

        return erased;
    }
}
