-- Programs: what each may do, and what each was told.

-- What a program shows to be let in. Only its hash is kept: the token itself is shown once, when it is made.
create table token (
    id         text    not null primary key, -- names it in lists and in the audit log
    hash       blob    not null unique,      -- SHA-256 of the token
    name       text    not null,
    scopes     text    not null,             -- words with a space between
    made_by    text    not null,
    made_at    integer not null,
    expires_at integer,
    used_at    integer                       -- to the minute
) strict, without rowid;

-- How far a program was told: every decision up to a text, every change of a reply and every alert up to its place, and how
-- the lines stood then.
create table webhook (
    id            text    not null primary key, -- as the settings name it
    decision      integer not null,
    reply         integer not null,
    alert         integer not null,
    lines         text    not null,
    missed        integer not null, -- events that were skipped and that it does not know of yet
    failing_since integer
) strict, without rowid;

-- What was handed to a program, and what it said to that: the latest of each, for a while. The body holds what the pages
-- show: fingerprints, no number and no text.
create table delivery (
    place   integer primary key autoincrement,
    webhook text    not null,
    message text    not null, -- the header webhook-id: the same however often it is tried
    at      integer not null, -- when it was tried last
    events  integer not null,
    tries   integer not null,
    state   text    not null,
    millis  integer not null, -- how long the last try took
    cause   text    not null, -- why it failed; empty if it did not
    body    text    not null,
    unique (webhook, message)
) strict;

create index delivery_latest on delivery (webhook, place);

-- What became of replies, in the order of commits: written by triggers that are there only while a program is told of it,
-- and forgotten as soon as it was.
create table reply_news (
    place   integer primary key autoincrement,
    line_id text    not null,
    text_id integer not null,
    state   text    not null
) strict;
