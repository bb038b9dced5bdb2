namespace Candour.CareRecord.Access.Store;

/// <summary>Whose record something belongs to.</summary>
/// <param name="Thing">What was asked for, as "questionnaire/7K…".</param>
public sealed record Whom(string? Person, string? Referral, string? Staff, string Thing);

/// <summary>How somebody stands to a record, from the lists.</summary>
public sealed class CaseFacts(TheRecord record)
{
    /// <summary>Whose record an id is about; null when there is no such record.</summary>
    /// <param name="about">Person, Referral, Appointment, RiskTask, Questionnaire, Message or Myself.</param>
    /// <param name="myself">Person or staff id of the one who asks.</param>
    public async Task<Whom?> Whom(string about, string id, string? myself) => about switch
    {
        "Myself" => myself is null ? null : new Whom(myself, null, myself, $"person/{myself}"),
        "Person" => await Exists(Streams.Person(id)) ? new Whom(id, null, null, $"person/{id}") : null,
        _ => null,
    };

    public Task<Facts> Of(Actor actor, PatientSession? patient, Whom? whom) => Task.FromResult(whom is null
        ? Facts.None
        : new Facts
        {
            Self = patient is null
                ? whom.Staff == actor.Id
                : whom.Person == patient.Person && (patient.Strength == PatientStrength.Read || patient.Target == whom.Thing),
            Unit = patient is null,
        });

    private async Task<bool> Exists(StreamId stream) => Ids.IsOne(stream.Id) && (await record.Read(stream)).Exists;
}
