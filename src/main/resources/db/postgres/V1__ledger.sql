-- The ledger of several nodes. The drawing is in org/esquive/ledger/package-info.java; what each table and column means is
-- told in db/sqlite, whose tables are the same but for what several writers need:
--
-- * every table of the traffic begins its primary key with the line; a commit takes the row of its line first, so lines do not
--   wait for each other, and one line is counted by one commit at a time, whichever node makes it;
-- * a reply on its way says on which node; the content of a text can be looked up, for another node may have taken it;
-- * rows that are read "behind a place" get it in the order of commits: whoever inserts one waits for those who did before.
--
-- Moments are milliseconds since 1970 (UTC). Names are compared byte by byte, as in SQLite. Rows that change often leave room
-- in their page for the next version.

create table line (
    line_id  text collate "C" not null primary key,
    spending text not null,
    flood    text not null,
    breaker  text not null
) with (fillfactor = 20);

create table channel (
    line_id    text collate "C" not null,
    channel_id text collate "C" not null,
    spending   text not null,
    primary key (line_id, channel_id)
) with (fillfactor = 20);

create table sender (
    line_id    text collate "C" not null,
    sender     bytea    not null,
    texts      integer  not null,
    replies    integer  not null,
    first_at   bigint   not null,
    last_at    bigint   not null,
    opted_out  smallint not null,
    last_reply bigint,
    primary key (line_id, sender)
) with (fillfactor = 70);

create table text (
    line_id     text collate "C" not null,
    id          bigint   not null,
    at          bigint   not null,
    left_at     bigint,
    due_at      bigint,
    expires_at  bigint,
    cover_of    bigint,
    n           integer  not null,
    replies     integer  not null,
    attempts    integer,
    opted_out   smallint not null,
    node        smallint,           -- whose affair a reply is that is SENDING
    sender      bytea    not null,
    identity    bytea,
    content     bytea,
    reason      text collate "C",
    answer      text collate "C",
    state       text collate "C",
    own_number  text collate "C",
    number      bytea,
    words       text,
    provider_id text collate "C",
    detail      text,
    primary key (line_id, id)
) with (fillfactor = 85);

create unique index text_identity on text (line_id, identity) where identity is not null;

create index text_content on text (line_id, content) where content is not null;

create index reply_pending on text (line_id, due_at) where number is not null;

create index reply_on_its_way on text (line_id, node) where state = 'SENDING';

create index reply_provider on text (line_id, provider_id) where provider_id is not null;

create table early_receipt (
    line_id     text collate "C" not null,
    provider_id text collate "C" not null,
    state       text collate "C" not null,
    at          bigint not null,
    primary key (line_id, provider_id, state)
);

create table opt_out (
    line_id text collate "C" not null,
    person  bytea not null,
    primary key (line_id, person)
);

create table long_text (
    line_id   text collate "C" not null,
    sender    bytea    not null,
    reference integer  not null,
    wide      smallint not null,
    total     integer  not null,
    text_id   bigint   not null,
    opened_at bigint   not null,
    last_at   bigint   not null,
    pieces    bytea    not null,
    primary key (line_id, sender, reference, wide, total)
);

create index long_text_age on long_text (line_id, opened_at);

create table tally (
    line_id text collate "C" not null,
    hour    bigint not null,
    name    text collate "C" not null,
    count   bigint not null,
    primary key (line_id, hour, name)
) with (fillfactor = 20);

create table kept (
    line_id text collate "C" not null,
    id      bigint  not null,
    piece   integer not null,
    sealed  bytea   not null,
    primary key (line_id, id, piece)
);

-- Whoever inserts into a table with places waits for the commits of those who did before, so that places are given in the order
-- of commits and whoever read up to a place missed nothing.
create function take_turn() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(tg_relid::bigint);
    return null;
end $$;

create table alert (
    place   bigint generated always as identity primary key,
    line_id text collate "C" not null,
    id      bigint not null,
    kind    text collate "C" not null,
    facts   text   not null,
    at      bigint not null,
    sender  bytea,
    unique (line_id, id, kind, facts)
);

create trigger alert_in_turn before insert on alert for each statement execute function take_turn();

create table told (
    destination text collate "C" not null primary key,
    up_to       bigint  not null,
    at          bigint  not null,
    day         bigint  not null,
    times       integer not null
);

create table settings (
    version  integer not null primary key,
    author   text    not null,
    at       bigint  not null,
    document text    not null
);

create table audit (
    place bigint generated always as identity primary key,
    at    bigint not null,
    who   text   not null,
    deed  text   not null,
    about text   not null
);

create trigger audit_in_turn before insert on audit for each statement execute function take_turn();

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is only ever added to';
end $$;

create trigger audit_is_not_changed before update or delete or truncate on audit
    for each statement execute function refuse_change();

create table person (
    name      text collate "C" not null primary key,
    role      text   not null,
    password  text   not null,
    codes     bytea,
    last_step bigint not null,
    since     bigint not null
);

create table recovery_code (
    person text collate "C" not null,
    hash   text collate "C" not null,
    primary key (person, hash)
);

create table session (
    key     text collate "C" not null primary key,
    person  text collate "C" not null,
    since   bigint not null,
    seen_at bigint not null,
    browser text   not null
);

create index session_of_person on session (person, seen_at);

create table token (
    id         text collate "C" not null primary key,
    hash       bytea  not null unique,
    name       text   not null,
    scopes     text   not null,
    made_by    text   not null,
    made_at    bigint not null,
    expires_at bigint,
    used_at    bigint
);

create table webhook (
    id            text collate "C" not null primary key,
    decision      bigint not null,
    reply         bigint not null,
    alert         bigint not null,
    lines         text   not null,
    missed        bigint not null,
    failing_since bigint
);

create table delivery (
    place   bigint generated always as identity primary key,
    webhook text collate "C" not null,
    message text collate "C" not null,
    at      bigint  not null,
    events  integer not null,
    tries   integer not null,
    state   text    not null,
    millis  bigint  not null,
    cause   text    not null,
    body    text    not null,
    unique (webhook, message)
);

create index delivery_latest on delivery (webhook, place);

create table reply_news (
    place   bigint generated always as identity primary key,
    line_id text collate "C" not null,
    text_id bigint not null,
    state   text   not null
);

create trigger reply_news_in_turn before insert on reply_news for each statement execute function take_turn();

-- Whether some program is told what becomes of replies: one row, or none.
create table reply_news_wanted (
    wanted boolean not null primary key
);
