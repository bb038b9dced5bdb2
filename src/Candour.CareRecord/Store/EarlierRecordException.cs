namespace Candour.CareRecord.Store;

/// <summary>
/// The store was made by an earlier Candour that was never released: its tables are others, and no way leads from them to these.
/// </summary>
/// <param name="where">The file, or the database.</param>
public sealed class EarlierRecordException(string where)
    : RecordSettingsException(
        $"The record in {where} was made by an earlier Candour that was never released. This one cannot open it, and has changed nothing in it. "
        + "Open it with the Candour that made it, or start this one on an empty folder or database.");
