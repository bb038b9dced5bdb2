namespace Candour.Clinical.Pathways;

/// <summary>
/// One referral and all that figures need of it. A service's own record and a national file both become this, and every
/// figure any page shows is computed from it. Rows refer to each other by index. Filled, read, cleared and filled again
/// without allocation; not for two threads at once.
/// </summary>
public sealed class Pathway
{
    private readonly List<int> _order = [];
    private readonly List<int> _firstActivity = [];
    private readonly List<int> _nextActivity = [];
    private readonly Comparison<int> _byTime;
    private Referral _referral;
    private PersonFacts _person;
    private int _ordered = -1;

    public Pathway() => _byTime = ByTime;

    /// <summary>Set whole: <c>pathway.Referral = new() { … }</c>.</summary>
    public ref Referral Referral => ref _referral;

    /// <summary>Set whole, as known on a day.</summary>
    public ref PersonFacts Person => ref _person;

    public Rows<PersonFact> Facts { get; } = new();

    public Rows<PersonLink> PersonLinks { get; } = new();

    public Rows<OtherReferral> OtherReferrals { get; } = new();

    public Rows<Contact> Contacts { get; } = new();

    /// <summary>Read in one contact with <see cref="ActivitiesOf"/>; add with <see cref="Add"/>.</summary>
    public Rows<Activity> Activities { get; } = new();

    public Rows<Measurement> Measurements { get; } = new();

    public Rows<Answer> Answers { get; } = new();

    public Rows<Complaint> Complaints { get; } = new();

    public Rows<Plan> Plans { get; } = new();

    public Rows<StaffMember> Staff { get; } = new();

    public Rows<Qualification> Qualifications { get; } = new();

    public Rows<InternetLog> InternetLogs { get; } = new();

    public Rows<EmploymentRow> Employment { get; } = new();

    public Rows<Pause> Pauses { get; } = new();

    public Rows<ListStay> ListStays { get; } = new();

    public Rows<Approach> Approaches { get; } = new();

    public Rows<OnwardReferral> OnwardReferrals { get; } = new();

    public Rows<Change> Changes { get; } = new();

    /// <summary>
    /// Indexes of the contacts in order of time: day, then time (a missing one before any), then row. Sorted once after the
    /// last contact was added.
    /// </summary>
    public ReadOnlySpan<int> ContactsInOrder
    {
        get
        {
            if (_ordered != Contacts.Count)
            {
                _order.Clear();
                for (var i = 0; i < Contacts.Count; i++)
                    _order.Add(i);
                _order.Sort(_byTime);
                _ordered = Contacts.Count;
            }

            return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_order);
        }
    }

    /// <summary>Adds an activity to a contact that is there already.</summary>
    public int Add(Activity activity)
    {
        while (_firstActivity.Count < Contacts.Count)
            _firstActivity.Add(-1);
        var index = Activities.Add(activity);
        _nextActivity.Add(_firstActivity[activity.Contact]);
        _firstActivity[activity.Contact] = index;
        return index;
    }

    /// <summary>The activities of a contact, last added first: <c>foreach (ref readonly var a in pathway.ActivitiesOf(i))</c>.</summary>
    public ActivityChain ActivitiesOf(int contact) =>
        new(this, contact < _firstActivity.Count ? _firstActivity[contact] : -1);

    /// <summary>Empties everything and keeps the memory.</summary>
    public void Clear()
    {
        _referral = default;
        _person = default;
        _ordered = -1;
        _firstActivity.Clear();
        _nextActivity.Clear();
        Facts.Clear();
        PersonLinks.Clear();
        OtherReferrals.Clear();
        Contacts.Clear();
        Activities.Clear();
        Measurements.Clear();
        Answers.Clear();
        Complaints.Clear();
        Plans.Clear();
        Staff.Clear();
        Qualifications.Clear();
        InternetLogs.Clear();
        Employment.Clear();
        Pauses.Clear();
        ListStays.Clear();
        Approaches.Clear();
        OnwardReferrals.Clear();
        Changes.Clear();
    }

    private int ByTime(int a, int b)
    {
        ref readonly var x = ref Contacts[a];
        ref readonly var y = ref Contacts[b];
        var order = x.Day.CompareTo(y.Day);
        if (order == 0)
            order = Nullable.Compare(x.Time, y.Time);
        if (order == 0)
            order = x.Row.CompareTo(y.Row);
        return order != 0 ? order : a.CompareTo(b);
    }

    /// <summary>Walks the activities of one contact.</summary>
    public ref struct ActivityChain(Pathway pathway, int first)
    {
        private int _next = first;
        private int _at = -1;

        public readonly ref readonly Activity Current => ref pathway.Activities[_at];

        public readonly ActivityChain GetEnumerator() => this;

        public bool MoveNext()
        {
            _at = _next;
            if (_at >= 0)
                _next = pathway._nextActivity[_at];
            return _at >= 0;
        }
    }
}
