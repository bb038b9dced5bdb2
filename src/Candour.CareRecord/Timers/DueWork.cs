using Candour.Clinical;

namespace Candour.CareRecord.Timers;

/// <summary>
/// Works of one line run one after another; the lines run beside each other, so that nothing in one waits for the others.
/// </summary>
public enum DueLine
{
    /// <summary>Somebody may be in danger: rungs of the ladder and alarms. They use nothing but the record.</summary>
    Alarms,

    /// <summary>Reminders, ends of notice, everything that is in no hurry of seconds.</summary>
    Everyday,

    /// <summary>Whatever speaks with a server outside, which may answer slowly or never.</summary>
    Sending,
}

/// <summary>
/// Something that falls due by the clock: reminders, rungs of the ladder, ends of notice. A feature registers its own; the
/// loop calls each every few seconds, on one machine at a time.
/// </summary>
public interface IDueWork
{
    /// <summary>Unique and never changed: its claim and its troubles are kept under it.</summary>
    string Name { get; }

    DueLine Line => DueLine.Everyday;

    /// <summary>
    /// Does what is due at this moment and returns how much was done. Must be safe to call twice: decide on the present
    /// history, and use command ids that say what they do ("remind/{appointment}/72"). Where one of many things may fail,
    /// run each through <see cref="Store.Troubles.Try"/>, so that it cannot hold up the others.
    /// </summary>
    Task<int> Run(TheRecord record, Moment now);
}
