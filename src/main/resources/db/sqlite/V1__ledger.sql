-- The ledger of one machine. The drawing is in org/esquive/ledger/package-info.java; this page says the rest.
--
-- Every table of the traffic begins its primary key with the line, and is stored in the order of that key: the texts and
-- replies of a line lie one behind the other as they came, a sender is one row wherever they are. Moments are milliseconds
-- since 1970 (UTC); fingerprints are 16 bytes, made with a key that is kept elsewhere. No table holds what a sender wrote.

-- What a line has said: one row a line.
create table line (
    line_id text    not null primary key,
    day     integer not null, -- days since 1970-01-01, in the line's own time zone
    replies integer not null  -- replies decided on that day
) strict, without rowid;

-- All that is remembered of a sender: one row, however much they text. There is no second index, so that counting a text
-- is one write to one place. Whether a reply is pending is not written here: it is the state of the last reply.
create table sender (
    line_id    text    not null,
    sender     blob    not null,
    texts      integer not null,
    replies    integer not null,
    first_at   integer not null,
    last_at    integer not null,
    opted_out  integer not null,
    last_reply integer,          -- the id of a reply, which may be forgotten before the sender is
    primary key (line_id, sender)
) strict, without rowid;

-- Every text counted, with its decision and without its words.
create table text (
    line_id  text    not null,
    id       integer not null,
    at       integer not null,
    sender   blob    not null,
    n        integer not null, -- which text of that sender, from 1
    reason   text,             -- why it was not answered; null if it was
    identity blob,             -- what tells a repeated delivery apart, where the channel has such a thing
    content  blob,             -- else what such a delivery would have in common; read once, at start
    primary key (line_id, id)
) strict, without rowid;

-- A text delivered twice is found here, and could not be stored twice if it were not.
create unique index text_identity on text (line_id, identity) where identity is not null;

-- Every reply, under the id of the text it answers. The sealed number is there exactly as long as the reply is pending: it
-- is wiped, with the words, by the write that makes the state final.
create table reply (
    line_id     text    not null,
    id          integer not null,
    at          integer not null, -- when the text was received: its tallies are of that hour
    state       text    not null,
    answer      text    not null, -- which of our texts
    due_at      integer not null,
    expires_at  integer not null,
    attempts    integer not null default 0,
    own_number  text,             -- the number of the line that was texted
    number      blob,             -- the number of the sender, sealed
    words       text,
    provider_id text,             -- what receipts carry
    detail      text,             -- what the network said, or why nobody knows
    primary key (line_id, id)
) strict, without rowid;

-- The few that are pending, earliest first; marking one SENDING does not touch this index.
create index reply_pending on reply (line_id, due_at) where number is not null;

create index reply_provider on reply (line_id, provider_id) where provider_id is not null;

-- Receipts that came before the answer to the sending, and so before any reply has their id: kept for ten minutes, in each
-- way the id may be meant, at most 10,000 of a line.
create table early_receipt (
    line_id     text    not null,
    provider_id text    not null,
    state       text    not null,
    at          integer not null, -- when it was received
    primary key (line_id, provider_id, state)
) strict, without rowid;

-- Who wanted silence, for as long as the line lives: a fingerprint under a key of its own, and nothing else.
create table opt_out (
    line_id text not null,
    person  blob not null,
    primary key (line_id, person)
) strict, without rowid;

-- The long texts whose segments are told apart for a day, so that each text is counted once: at most 8 of a sender and
-- 10,000 of a line. One row a text, however many segments it has.
create table long_text (
    line_id   text    not null,
    sender    blob    not null,
    reference integer not null, -- what the segments have in common, as their header says: this,
    wide      integer not null, -- whether it has 16 bits,
    total     integer not null, -- and how many there are
    text_id   integer not null, -- the text it was counted as
    opened_at integer not null,
    last_at   integer not null,
    pieces    blob    not null, -- 17 bytes each: its number, then its identity or zeros
    primary key (line_id, sender, reference, wide, total)
) strict, without rowid;

-- The oldest give way, and are forgotten first.
create index long_text_age on long_text (line_id, opened_at);

-- What the pages add up, by the hour in which the text was received: text, sender, reply, segments, silence.REASON,
-- state.STATE, long_text.dropped.
create table tally (
    line_id text    not null,
    hour    integer not null,
    name    text    not null,
    count   integer not null,
    primary key (line_id, hour, name)
) strict, without rowid;

-- What a keeper should see, under the id of the text that raised it.
create table alert (
    line_id text    not null,
    id      integer not null,
    at      integer not null,
    kind    text    not null,
    sender  blob,
    primary key (line_id, id)
) strict, without rowid;

-- The versions of the settings; none is ever changed.
create table settings (
    version  integer not null primary key,
    author   text    not null,
    at       integer not null,
    document text    not null
) strict;
