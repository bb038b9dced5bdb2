using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Candour.CareRecord.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    staff = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    roles = table.Column<string>(type: "text", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    totp_secret = table.Column<string>(type: "text", nullable: true),
                    totp_step = table.Column<long>(type: "bigint", nullable: false),
                    totp_new = table.Column<string>(type: "text", nullable: true),
                    setup_hash = table.Column<string>(type: "text", nullable: true),
                    setup_until = table.Column<long>(type: "bigint", nullable: true),
                    disabled = table.Column<long>(type: "bigint", nullable: false),
                    created = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => new { x.provider, x.id });
                });

            migrationBuilder.CreateTable(
                name: "appointment_list",
                columns: table => new
                {
                    appointment = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    referral = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    clinician = table.Column<string>(type: "text", nullable: false),
                    starts = table.Column<long>(type: "bigint", nullable: false),
                    ends = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    medium = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    started = table.Column<bool>(type: "boolean", nullable: false),
                    closed = table.Column<bool>(type: "boolean", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: true),
                    of = table.Column<int>(type: "integer", nullable: true),
                    answers = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<long>(type: "bigint", nullable: true),
                    interpreter = table.Column<string>(type: "text", nullable: true),
                    interpreter_booked = table.Column<bool>(type: "boolean", nullable: true),
                    has_note = table.Column<bool>(type: "boolean", nullable: false),
                    missing = table.Column<string>(type: "text", nullable: false),
                    referred_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_appointment_list", x => new { x.provider, x.appointment });
                });

            migrationBuilder.CreateTable(
                name: "asked_list",
                columns: table => new
                {
                    request = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    asked = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asked_list", x => new { x.provider, x.request });
                });

            migrationBuilder.CreateTable(
                name: "break_glass_list",
                columns: table => new
                {
                    opening = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    staff = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    opened = table.Column<long>(type: "bigint", nullable: false),
                    until = table.Column<long>(type: "bigint", nullable: false),
                    review_by = table.Column<DateOnly>(type: "date", nullable: false),
                    reviewed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_break_glass_list", x => new { x.provider, x.opening });
                });

            migrationBuilder.CreateTable(
                name: "call_list",
                columns: table => new
                {
                    message = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    referral = table.Column<string>(type: "text", nullable: true),
                    template = table.Column<string>(type: "text", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_call_list", x => new { x.provider, x.message });
                });

            migrationBuilder.CreateTable(
                name: "command",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    first_leaf = table.Column<long>(type: "bigint", nullable: false),
                    last_leaf = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_command", x => new { x.provider, x.id });
                });

            migrationBuilder.CreateTable(
                name: "complaint_list",
                columns: table => new
                {
                    complaint = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: true),
                    made = table.Column<long>(type: "bigint", nullable: false),
                    acknowledge_by = table.Column<DateOnly>(type: "date", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    read_at = table.Column<long>(type: "bigint", nullable: true),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    answered = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_complaint_list", x => new { x.provider, x.complaint });
                });

            migrationBuilder.CreateTable(
                name: "diary",
                columns: table => new
                {
                    appointment = table.Column<string>(type: "text", nullable: false),
                    square = table.Column<long>(type: "bigint", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    clinician = table.Column<string>(type: "text", nullable: false),
                    taken = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diary", x => new { x.provider, x.appointment, x.square });
                });

            migrationBuilder.CreateTable(
                name: "erased",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    leaf = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    by_leaf = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erased", x => new { x.provider, x.leaf, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "event_index",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    leaf = table.Column<long>(type: "bigint", nullable: false),
                    stream = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    command = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_index", x => new { x.provider, x.leaf });
                });

            migrationBuilder.CreateTable(
                name: "form_key",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_form_key", x => new { x.provider, x.name });
                });

            migrationBuilder.CreateTable(
                name: "inbox_list",
                columns: table => new
                {
                    referral = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    came = table.Column<long>(type: "bigint", nullable: false),
                    counts_from = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    came_by = table.Column<string>(type: "text", nullable: false),
                    said_danger = table.Column<bool>(type: "boolean", nullable: false),
                    safe_now = table.Column<string>(type: "text", nullable: true),
                    read_at = table.Column<long>(type: "bigint", nullable: true),
                    clinician_asked_at = table.Column<long>(type: "bigint", nullable: true),
                    triaged = table.Column<bool>(type: "boolean", nullable: false),
                    unconfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    outside_area = table.Column<bool>(type: "boolean", nullable: false),
                    objected = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox_list", x => new { x.provider, x.referral });
                });

            migrationBuilder.CreateTable(
                name: "kept_post",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<string>(name: "sealed", type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_post", x => new { x.provider, x.id });
                });

            migrationBuilder.CreateTable(
                name: "leaf",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<long>(type: "bigint", nullable: false),
                    commitments = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leaf", x => new { x.provider, x.id });
                });

            migrationBuilder.CreateTable(
                name: "letter_list",
                columns: table => new
                {
                    referral = table.Column<string>(type: "text", nullable: false),
                    letter = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true),
                    posted_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letter_list", x => new { x.provider, x.referral, x.letter });
                });

            migrationBuilder.CreateTable(
                name: "link_code_list",
                columns: table => new
                {
                    link = table.Column<string>(type: "text", nullable: false),
                    nth = table.Column<int>(type: "integer", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    sent = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link_code_list", x => new { x.provider, x.link, x.nth });
                });

            migrationBuilder.CreateTable(
                name: "link_list",
                columns: table => new
                {
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    target = table.Column<string>(type: "text", nullable: true),
                    issued = table.Column<long>(type: "bigint", nullable: false),
                    expires = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link_list", x => new { x.provider, x.token_hash });
                });

            migrationBuilder.CreateTable(
                name: "note_draft_list",
                columns: table => new
                {
                    draft = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    appointment = table.Column<string>(type: "text", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false),
                    saved_at = table.Column<long>(type: "bigint", nullable: false),
                    block = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_note_draft_list", x => new { x.provider, x.draft });
                });

            migrationBuilder.CreateTable(
                name: "outbox_list",
                columns: table => new
                {
                    message = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: true),
                    staff = table.Column<string>(type: "text", nullable: true),
                    referral = table.Column<string>(type: "text", nullable: true),
                    template = table.Column<string>(type: "text", nullable: false),
                    target = table.Column<string>(type: "text", nullable: true),
                    way = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    queued = table.Column<long>(type: "bigint", nullable: false),
                    due = table.Column<long>(type: "bigint", nullable: false),
                    useless_after = table.Column<long>(type: "bigint", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    why = table.Column<string>(type: "text", nullable: true),
                    reference = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_list", x => new { x.provider, x.message });
                });

            migrationBuilder.CreateTable(
                name: "pair_list",
                columns: table => new
                {
                    pair = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person_a = table.Column<string>(type: "text", nullable: false),
                    person_b = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pair_list", x => new { x.provider, x.pair });
                });

            migrationBuilder.CreateTable(
                name: "part",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    leaf = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_part", x => new { x.provider, x.leaf, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "people_list",
                columns: table => new
                {
                    referral = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    clinician = table.Column<string>(type: "text", nullable: true),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    counts_from = table.Column<DateOnly>(type: "date", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    without_notice = table.Column<string>(type: "text", nullable: true),
                    step = table.Column<int>(type: "integer", nullable: true),
                    therapy = table.Column<string>(type: "text", nullable: true),
                    given = table.Column<int>(type: "integer", nullable: true),
                    planned = table.Column<int>(type: "integer", nullable: true),
                    last_seen = table.Column<DateOnly>(type: "date", nullable: true),
                    last_heard = table.Column<DateOnly>(type: "date", nullable: false),
                    next_booked = table.Column<long>(type: "bigint", nullable: true),
                    last_answers = table.Column<long>(type: "bigint", nullable: true),
                    missing = table.Column<string>(type: "text", nullable: false),
                    objection_talk_by = table.Column<DateOnly>(type: "date", nullable: true),
                    objection_owner = table.Column<string>(type: "text", nullable: true),
                    disputed = table.Column<long>(type: "bigint", nullable: true),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    week12 = table.Column<DateOnly>(type: "date", nullable: true),
                    week26 = table.Column<DateOnly>(type: "date", nullable: true),
                    waits_for_supervisor = table.Column<bool>(type: "boolean", nullable: false),
                    next_what = table.Column<string>(type: "text", nullable: true),
                    next_owner = table.Column<string>(type: "text", nullable: true),
                    next_due = table.Column<DateOnly>(type: "date", nullable: true),
                    next_href = table.Column<string>(type: "text", nullable: true),
                    agenda = table.Column<string>(type: "text", nullable: false),
                    plan_decided = table.Column<long>(type: "bigint", nullable: true),
                    first_talk = table.Column<DateOnly>(type: "date", nullable: true),
                    first_treatment = table.Column<DateOnly>(type: "date", nullable: true),
                    second_treatment = table.Column<DateOnly>(type: "date", nullable: true),
                    official_first = table.Column<DateOnly>(type: "date", nullable: true),
                    official_finished = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people_list", x => new { x.provider, x.referral });
                });

            migrationBuilder.CreateTable(
                name: "person_list",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    called = table.Column<string>(type: "text", nullable: false),
                    full_name = table.Column<string>(type: "text", nullable: false),
                    first_key = table.Column<string>(type: "text", nullable: false),
                    last_key = table.Column<string>(type: "text", nullable: false),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    nhs_number = table.Column<string>(type: "text", nullable: true),
                    needs = table.Column<string>(type: "text", nullable: false),
                    needs_asked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    needs_review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    has_needs = table.Column<bool>(type: "boolean", nullable: false),
                    safe_contact = table.Column<string>(type: "text", nullable: false),
                    safe_ways = table.Column<string>(type: "text", nullable: false),
                    mobile_key = table.Column<string>(type: "text", nullable: true),
                    phone_key = table.Column<string>(type: "text", nullable: true),
                    email_key = table.Column<string>(type: "text", nullable: true),
                    postcode_key = table.Column<string>(type: "text", nullable: true),
                    neutral_name = table.Column<bool>(type: "boolean", nullable: false),
                    has_died = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person_list", x => new { x.provider, x.person });
                });

            migrationBuilder.CreateTable(
                name: "position",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    leaf = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_position", x => new { x.provider, x.position });
                });

            migrationBuilder.CreateTable(
                name: "questionnaire_list",
                columns: table => new
                {
                    questionnaire = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    referral = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    appointment = table.Column<string>(type: "text", nullable: true),
                    week = table.Column<int>(type: "integer", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    window_to = table.Column<long>(type: "bigint", nullable: false),
                    closes = table.Column<long>(type: "bigint", nullable: false),
                    issued = table.Column<long>(type: "bigint", nullable: false),
                    opened = table.Column<long>(type: "bigint", nullable: true),
                    submitted = table.Column<long>(type: "bigint", nullable: true),
                    declined = table.Column<bool>(type: "boolean", nullable: false),
                    by_staff = table.Column<bool>(type: "boolean", nullable: false),
                    disputed = table.Column<bool>(type: "boolean", nullable: false),
                    copy_owed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_questionnaire_list", x => new { x.provider, x.questionnaire });
                });

            migrationBuilder.CreateTable(
                name: "reach_list",
                columns: table => new
                {
                    referral = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    counts_from = table.Column<DateOnly>(type: "date", nullable: false),
                    accepted = table.Column<long>(type: "bigint", nullable: false),
                    reply = table.Column<string>(type: "text", nullable: true),
                    replied_at = table.Column<long>(type: "bigint", nullable: true),
                    ask_again_in = table.Column<string>(type: "text", nullable: true),
                    call_me = table.Column<bool>(type: "boolean", nullable: false),
                    closes_from = table.Column<DateOnly>(type: "date", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    last_try = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reach_list", x => new { x.provider, x.referral });
                });

            migrationBuilder.CreateTable(
                name: "recovery_code",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    code_hash = table.Column<string>(type: "text", nullable: false),
                    used = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_code", x => new { x.provider, x.account, x.code_hash });
                });

            migrationBuilder.CreateTable(
                name: "refer_draft",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    ends = table.Column<long>(type: "bigint", nullable: false),
                    danger = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refer_draft", x => new { x.provider, x.token_hash });
                });

            migrationBuilder.CreateTable(
                name: "referral_list",
                columns: table => new
                {
                    referral = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    reference_digits = table.Column<string>(type: "text", nullable: false),
                    stage = table.Column<string>(type: "text", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    counts_from = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    come_back_until = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_referral_list", x => new { x.provider, x.referral });
                });

            migrationBuilder.CreateTable(
                name: "relation_list",
                columns: table => new
                {
                    person = table.Column<string>(type: "text", nullable: false),
                    staff = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    closeness = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_relation_list", x => new { x.provider, x.person, x.staff });
                });

            migrationBuilder.CreateTable(
                name: "risk_task_list",
                columns: table => new
                {
                    task = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    referral = table.Column<string>(type: "text", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: false),
                    owner_as = table.Column<string>(type: "text", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    opened = table.Column<long>(type: "bigint", nullable: false),
                    first_look = table.Column<long>(type: "bigint", nullable: true),
                    closed = table.Column<long>(type: "bigint", nullable: true),
                    due = table.Column<long>(type: "bigint", nullable: false),
                    next_rung = table.Column<long>(type: "bigint", nullable: false),
                    held_by = table.Column<string>(type: "text", nullable: true),
                    held_until = table.Column<long>(type: "bigint", nullable: true),
                    paged = table.Column<string>(type: "text", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    last_told = table.Column<long>(type: "bigint", nullable: false),
                    last_told_on = table.Column<DateOnly>(type: "date", nullable: false),
                    plan_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closing_proposed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_risk_task_list", x => new { x.provider, x.task });
                });

            migrationBuilder.CreateTable(
                name: "safeguarding_list",
                columns: table => new
                {
                    entry = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    about = table.Column<string>(type: "text", nullable: false),
                    raised_by = table.Column<string>(type: "text", nullable: false),
                    raised = table.Column<long>(type: "bigint", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    taken = table.Column<long>(type: "bigint", nullable: true),
                    alarmed = table.Column<bool>(type: "boolean", nullable: false),
                    closed = table.Column<long>(type: "bigint", nullable: true),
                    shared_with = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_safeguarding_list", x => new { x.provider, x.entry });
                });

            migrationBuilder.CreateTable(
                name: "secret",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secret", x => new { x.provider, x.name });
                });

            migrationBuilder.CreateTable(
                name: "sent_form",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    command = table.Column<string>(type: "text", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sent_form", x => new { x.provider, x.command });
                });

            migrationBuilder.CreateTable(
                name: "signature_list",
                columns: table => new
                {
                    referral = table.Column<string>(type: "text", nullable: false),
                    plan = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    how = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signature_list", x => new { x.provider, x.referral, x.plan });
                });

            migrationBuilder.CreateTable(
                name: "staff_list",
                columns: table => new
                {
                    staff = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    team = table.Column<string>(type: "text", nullable: true),
                    supervisor = table.Column<string>(type: "text", nullable: true),
                    people_a_day = table.Column<int>(type: "integer", nullable: true),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    roles = table.Column<string>(type: "text", nullable: false),
                    asked = table.Column<string>(type: "text", nullable: false),
                    qualifications = table.Column<string>(type: "text", nullable: false),
                    full_day = table.Column<DateOnly>(type: "date", nullable: true),
                    full_day_people = table.Column<int>(type: "integer", nullable: true),
                    full_day_to = table.Column<string>(type: "text", nullable: true),
                    full_day_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_list", x => new { x.provider, x.staff });
                });

            migrationBuilder.CreateTable(
                name: "timer",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    claimed_until = table.Column<long>(type: "bigint", nullable: false),
                    claimed_by = table.Column<string>(type: "text", nullable: false),
                    ran = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timer", x => new { x.provider, x.name });
                });

            migrationBuilder.CreateTable(
                name: "timer_trouble",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    work = table.Column<string>(type: "text", nullable: false),
                    item = table.Column<string>(type: "text", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    first_try = table.Column<long>(type: "bigint", nullable: false),
                    next_try = table.Column<long>(type: "bigint", nullable: false),
                    fault = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    set_aside = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timer_trouble", x => new { x.provider, x.work, x.item });
                });

            migrationBuilder.CreateTable(
                name: "view",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    provider = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_view", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "waiting_list",
                columns: table => new
                {
                    stay = table.Column<string>(type: "text", nullable: false),
                    provider = table.Column<string>(type: "text", nullable: false),
                    referral = table.Column<string>(type: "text", nullable: false),
                    person = table.Column<string>(type: "text", nullable: false),
                    step = table.Column<int>(type: "integer", nullable: false),
                    therapy = table.Column<string>(type: "text", nullable: true),
                    problem = table.Column<string>(type: "text", nullable: true),
                    counts_from = table.Column<DateOnly>(type: "date", nullable: false),
                    first_talk = table.Column<DateOnly>(type: "date", nullable: true),
                    put_on = table.Column<DateOnly>(type: "date", nullable: false),
                    is_waiting = table.Column<bool>(type: "boolean", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    how = table.Column<string>(type: "text", nullable: true),
                    begun_by_record = table.Column<DateOnly>(type: "date", nullable: true),
                    wants = table.Column<string>(type: "text", nullable: true),
                    last_heard = table.Column<DateOnly>(type: "date", nullable: false),
                    clinician = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiting_list", x => new { x.provider, x.stay });
                });

            migrationBuilder.CreateTable(
                name: "web_session",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<string>(type: "text", nullable: false),
                    id = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: true),
                    strength = table.Column<string>(type: "text", nullable: true),
                    link = table.Column<string>(type: "text", nullable: true),
                    target = table.Column<string>(type: "text", nullable: true),
                    device = table.Column<string>(type: "text", nullable: true),
                    started = table.Column<long>(type: "bigint", nullable: false),
                    seen = table.Column<long>(type: "bigint", nullable: false),
                    ends = table.Column<long>(type: "bigint", nullable: false),
                    ended = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_web_session", x => new { x.provider, x.token_hash });
                });

            migrationBuilder.CreateTable(
                name: "wrong_guess",
                columns: table => new
                {
                    provider = table.Column<string>(type: "text", nullable: false),
                    key_hash = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wrong_guess", x => new { x.provider, x.key_hash, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_account_provider_email",
                table: "account",
                columns: new[] { "provider", "email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_provider_staff",
                table: "account",
                columns: new[] { "provider", "staff" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_appointment_list_provider_clinician_closed_state",
                table: "appointment_list",
                columns: new[] { "provider", "clinician", "closed", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_appointment_list_provider_clinician_day",
                table: "appointment_list",
                columns: new[] { "provider", "clinician", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_appointment_list_provider_day",
                table: "appointment_list",
                columns: new[] { "provider", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_appointment_list_provider_person",
                table: "appointment_list",
                columns: new[] { "provider", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_break_glass_list_provider_person_staff",
                table: "break_glass_list",
                columns: new[] { "provider", "person", "staff" });

            migrationBuilder.CreateIndex(
                name: "IX_break_glass_list_provider_reviewed_review_by",
                table: "break_glass_list",
                columns: new[] { "provider", "reviewed", "review_by" });

            migrationBuilder.CreateIndex(
                name: "IX_call_list_provider_person",
                table: "call_list",
                columns: new[] { "provider", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_call_list_provider_since",
                table: "call_list",
                columns: new[] { "provider", "since" });

            migrationBuilder.CreateIndex(
                name: "IX_complaint_list_provider_is_open_made",
                table: "complaint_list",
                columns: new[] { "provider", "is_open", "made" });

            migrationBuilder.CreateIndex(
                name: "IX_complaint_list_provider_person",
                table: "complaint_list",
                columns: new[] { "provider", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_diary_provider_clinician_square",
                table: "diary",
                columns: new[] { "provider", "clinician", "square" });

            migrationBuilder.CreateIndex(
                name: "IX_diary_provider_taken_square",
                table: "diary",
                columns: new[] { "provider", "taken", "square" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_index_provider_stream_sequence",
                table: "event_index",
                columns: new[] { "provider", "stream", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_inbox_list_provider_person",
                table: "inbox_list",
                columns: new[] { "provider", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_inbox_list_provider_said_danger_came",
                table: "inbox_list",
                columns: new[] { "provider", "said_danger", "came" });

            migrationBuilder.CreateIndex(
                name: "IX_letter_list_provider_owner_since",
                table: "letter_list",
                columns: new[] { "provider", "owner", "since" });

            migrationBuilder.CreateIndex(
                name: "IX_letter_list_provider_person",
                table: "letter_list",
                columns: new[] { "provider", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_link_code_list_provider_person_sent",
                table: "link_code_list",
                columns: new[] { "provider", "person", "sent" });

            migrationBuilder.CreateIndex(
                name: "IX_link_list_provider_person_purpose_target",
                table: "link_list",
                columns: new[] { "provider", "person", "purpose", "target" });

            migrationBuilder.CreateIndex(
                name: "IX_link_list_provider_purpose_target_state",
                table: "link_list",
                columns: new[] { "provider", "purpose", "target", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_link_list_provider_state_since",
                table: "link_list",
                columns: new[] { "provider", "state", "since" });

            migrationBuilder.CreateIndex(
                name: "IX_note_draft_list_provider_author_appointment",
                table: "note_draft_list",
                columns: new[] { "provider", "author", "appointment" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_list_provider_person_stage",
                table: "outbox_list",
                columns: new[] { "provider", "person", "stage" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_list_provider_stage_due",
                table: "outbox_list",
                columns: new[] { "provider", "stage", "due" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_list_provider_stage_since",
                table: "outbox_list",
                columns: new[] { "provider", "stage", "since" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_list_provider_target_stage",
                table: "outbox_list",
                columns: new[] { "provider", "target", "stage" });

            migrationBuilder.CreateIndex(
                name: "IX_pair_list_provider_person_a",
                table: "pair_list",
                columns: new[] { "provider", "person_a" });

            migrationBuilder.CreateIndex(
                name: "IX_pair_list_provider_person_b",
                table: "pair_list",
                columns: new[] { "provider", "person_b" });

            migrationBuilder.CreateIndex(
                name: "IX_people_list_provider_clinician_is_open_next_due",
                table: "people_list",
                columns: new[] { "provider", "clinician", "is_open", "next_due" });

            migrationBuilder.CreateIndex(
                name: "IX_people_list_provider_ended_on",
                table: "people_list",
                columns: new[] { "provider", "ended_on" });

            migrationBuilder.CreateIndex(
                name: "IX_people_list_provider_is_open_ends_on",
                table: "people_list",
                columns: new[] { "provider", "is_open", "ends_on" });

            migrationBuilder.CreateIndex(
                name: "IX_people_list_provider_is_open_last_heard",
                table: "people_list",
                columns: new[] { "provider", "is_open", "last_heard" });

            migrationBuilder.CreateIndex(
                name: "IX_people_list_provider_is_open_next_due",
                table: "people_list",
                columns: new[] { "provider", "is_open", "next_due" });

            migrationBuilder.CreateIndex(
                name: "IX_people_list_provider_person",
                table: "people_list",
                columns: new[] { "provider", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_people_list_provider_week12",
                table: "people_list",
                columns: new[] { "provider", "week12" });

            migrationBuilder.CreateIndex(
                name: "IX_people_list_provider_week26",
                table: "people_list",
                columns: new[] { "provider", "week26" });

            migrationBuilder.CreateIndex(
                name: "IX_person_list_provider_birth_date",
                table: "person_list",
                columns: new[] { "provider", "birth_date" });

            migrationBuilder.CreateIndex(
                name: "IX_person_list_provider_first_key",
                table: "person_list",
                columns: new[] { "provider", "first_key" });

            migrationBuilder.CreateIndex(
                name: "IX_person_list_provider_last_key_first_key",
                table: "person_list",
                columns: new[] { "provider", "last_key", "first_key" });

            migrationBuilder.CreateIndex(
                name: "IX_person_list_provider_nhs_number",
                table: "person_list",
                columns: new[] { "provider", "nhs_number" });

            migrationBuilder.CreateIndex(
                name: "IX_position_provider_leaf",
                table: "position",
                columns: new[] { "provider", "leaf" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_questionnaire_list_provider_appointment",
                table: "questionnaire_list",
                columns: new[] { "provider", "appointment" });

            migrationBuilder.CreateIndex(
                name: "IX_questionnaire_list_provider_copy_owed",
                table: "questionnaire_list",
                columns: new[] { "provider", "copy_owed" });

            migrationBuilder.CreateIndex(
                name: "IX_questionnaire_list_provider_person",
                table: "questionnaire_list",
                columns: new[] { "provider", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_questionnaire_list_provider_referral",
                table: "questionnaire_list",
                columns: new[] { "provider", "referral" });

            migrationBuilder.CreateIndex(
                name: "IX_reach_list_provider_counts_from",
                table: "reach_list",
                columns: new[] { "provider", "counts_from" });

            migrationBuilder.CreateIndex(
                name: "IX_reach_list_provider_person",
                table: "reach_list",
                columns: new[] { "provider", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_referral_list_provider_person",
                table: "referral_list",
                columns: new[] { "provider", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_referral_list_provider_reference_digits",
                table: "referral_list",
                columns: new[] { "provider", "reference_digits" });

            migrationBuilder.CreateIndex(
                name: "IX_risk_task_list_provider_is_open_due",
                table: "risk_task_list",
                columns: new[] { "provider", "is_open", "due" });

            migrationBuilder.CreateIndex(
                name: "IX_risk_task_list_provider_person",
                table: "risk_task_list",
                columns: new[] { "provider", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_list_provider_is_open_due",
                table: "safeguarding_list",
                columns: new[] { "provider", "is_open", "due" });

            migrationBuilder.CreateIndex(
                name: "IX_safeguarding_list_provider_person",
                table: "safeguarding_list",
                columns: new[] { "provider", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_sent_form_provider_at",
                table: "sent_form",
                columns: new[] { "provider", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_signature_list_provider_signed_on",
                table: "signature_list",
                columns: new[] { "provider", "signed_on" });

            migrationBuilder.CreateIndex(
                name: "IX_staff_list_provider_name",
                table: "staff_list",
                columns: new[] { "provider", "name" });

            migrationBuilder.CreateIndex(
                name: "IX_view_provider_person_id",
                table: "view",
                columns: new[] { "provider", "person", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_waiting_list_provider_is_waiting_counts_from_stay",
                table: "waiting_list",
                columns: new[] { "provider", "is_waiting", "counts_from", "stay" });

            migrationBuilder.CreateIndex(
                name: "IX_waiting_list_provider_is_waiting_last_heard",
                table: "waiting_list",
                columns: new[] { "provider", "is_waiting", "last_heard" });

            migrationBuilder.CreateIndex(
                name: "IX_waiting_list_provider_is_waiting_step_counts_from_stay",
                table: "waiting_list",
                columns: new[] { "provider", "is_waiting", "step", "counts_from", "stay" });

            migrationBuilder.CreateIndex(
                name: "IX_waiting_list_provider_is_waiting_step_therapy_counts_from",
                table: "waiting_list",
                columns: new[] { "provider", "is_waiting", "step", "therapy", "counts_from" });

            migrationBuilder.CreateIndex(
                name: "IX_waiting_list_provider_left_on_step",
                table: "waiting_list",
                columns: new[] { "provider", "left_on", "step" });

            migrationBuilder.CreateIndex(
                name: "IX_waiting_list_provider_put_on_step",
                table: "waiting_list",
                columns: new[] { "provider", "put_on", "step" });

            migrationBuilder.CreateIndex(
                name: "IX_waiting_list_provider_referral",
                table: "waiting_list",
                columns: new[] { "provider", "referral" });

            migrationBuilder.CreateIndex(
                name: "IX_web_session_provider_id",
                table: "web_session",
                columns: new[] { "provider", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_web_session_provider_link",
                table: "web_session",
                columns: new[] { "provider", "link" });

            migrationBuilder.CreateIndex(
                name: "IX_web_session_provider_subject",
                table: "web_session",
                columns: new[] { "provider", "subject" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "appointment_list");

            migrationBuilder.DropTable(
                name: "asked_list");

            migrationBuilder.DropTable(
                name: "break_glass_list");

            migrationBuilder.DropTable(
                name: "call_list");

            migrationBuilder.DropTable(
                name: "command");

            migrationBuilder.DropTable(
                name: "complaint_list");

            migrationBuilder.DropTable(
                name: "diary");

            migrationBuilder.DropTable(
                name: "erased");

            migrationBuilder.DropTable(
                name: "event_index");

            migrationBuilder.DropTable(
                name: "form_key");

            migrationBuilder.DropTable(
                name: "inbox_list");

            migrationBuilder.DropTable(
                name: "kept_post");

            migrationBuilder.DropTable(
                name: "leaf");

            migrationBuilder.DropTable(
                name: "letter_list");

            migrationBuilder.DropTable(
                name: "link_code_list");

            migrationBuilder.DropTable(
                name: "link_list");

            migrationBuilder.DropTable(
                name: "note_draft_list");

            migrationBuilder.DropTable(
                name: "outbox_list");

            migrationBuilder.DropTable(
                name: "pair_list");

            migrationBuilder.DropTable(
                name: "part");

            migrationBuilder.DropTable(
                name: "people_list");

            migrationBuilder.DropTable(
                name: "person_list");

            migrationBuilder.DropTable(
                name: "position");

            migrationBuilder.DropTable(
                name: "questionnaire_list");

            migrationBuilder.DropTable(
                name: "reach_list");

            migrationBuilder.DropTable(
                name: "recovery_code");

            migrationBuilder.DropTable(
                name: "refer_draft");

            migrationBuilder.DropTable(
                name: "referral_list");

            migrationBuilder.DropTable(
                name: "relation_list");

            migrationBuilder.DropTable(
                name: "risk_task_list");

            migrationBuilder.DropTable(
                name: "safeguarding_list");

            migrationBuilder.DropTable(
                name: "secret");

            migrationBuilder.DropTable(
                name: "sent_form");

            migrationBuilder.DropTable(
                name: "signature_list");

            migrationBuilder.DropTable(
                name: "staff_list");

            migrationBuilder.DropTable(
                name: "timer");

            migrationBuilder.DropTable(
                name: "timer_trouble");

            migrationBuilder.DropTable(
                name: "view");

            migrationBuilder.DropTable(
                name: "waiting_list");

            migrationBuilder.DropTable(
                name: "web_session");

            migrationBuilder.DropTable(
                name: "wrong_guess");
        }
    }
}
