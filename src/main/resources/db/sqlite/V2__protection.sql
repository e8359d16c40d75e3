-- Budgets, flood, covers and alerts with figures.

-- When what became of a reply's sending was written: a text that comes right after it is a machine's.
alter table text add column left_at integer;

-- A cover is a row of its own beside that of its text: the text it belongs to. It leaves only while the reply of that text
-- is not cancelled.
alter table text add column cover_of integer;

-- What is remembered of a line: what it said in each window that is limited, what came in, and what became of what it
-- said. Each is written as words, as org.esquive.ledger.RecordText says, for it is read and written as a whole. The count of
-- today's replies is not carried over: on the day of the upgrade a line may say as much again.
drop table line;

create table line (
    line_id  text not null primary key,
    spending text not null,
    flood    text not null,
    breaker  text not null
) strict, without rowid;

-- What all lines of a channel said together.
create table channel (
    channel_id text not null primary key,
    spending   text not null
) strict, without rowid;

-- One text may raise several alerts. The figures stand in words: cap=replies-per-day most=200 spent=160. The id is that of
-- the text, which is older than the commit; the place is in the order of commits, so that whoever read up to a place missed
-- nothing.
create table alert_2 (
    place   integer primary key autoincrement,
    line_id text    not null,
    id      integer not null,
    kind    text    not null,
    facts   text    not null,
    at      integer not null,
    sender  blob,
    unique (line_id, id, kind, facts)
) strict;

insert into alert_2 (line_id, id, kind, facts, at, sender)
    select line_id, id, kind, '', at, sender from alert order by id;

drop table alert;

alter table alert_2 rename to alert;

-- What a destination of alerts was told: every alert up to a place, when it was told last, and how often on that day.
create table told (
    destination text    not null primary key,
    up_to       integer not null,
    at          integer not null,
    day         integer not null,
    times       integer not null
) strict, without rowid;
