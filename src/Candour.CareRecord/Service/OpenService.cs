namespace Candour.CareRecord.Service;

/// <summary>Opens a new record: the one decision that may be made on an empty one.</summary>
public sealed record OpenService(string Name, string NeutralName, string Provider, bool Simulated)
{
    public Decision Decide(History service) => service.Last<ServiceOpened>() switch
    {
        null => Decision.Accept(service.Stream, new ServiceOpened
        {
            Name = Name, NeutralName = NeutralName, Provider = Provider, Simulated = Simulated,
        }),
        { } there when there.Simulated != Simulated => new SimulatedStaysSimulated(there.Simulated),
        { } there when there.Provider != Provider => new RecordOfAnotherProvider(there.Provider, Provider),
        _ => Decision.AlreadySo,
    };
}

/// <summary>A demonstration never becomes a real record, nor a real record a demonstration.</summary>
public sealed record SimulatedStaysSimulated(bool Simulated)
    : Refusal(Simulated
        ? "This record holds invented people. Real people need a new, empty record: choose another folder or database."
        : "This record holds real people. A demonstration needs a new, empty folder or database.");

/// <summary>One file is one provider.</summary>
public sealed record RecordOfAnotherProvider(string There, string Asked)
    : Refusal($"This record belongs to provider {There}, not {Asked}. Open it as {There}, or choose another folder or database.");
