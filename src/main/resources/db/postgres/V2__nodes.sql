-- The nodes of this database: each has a number of its own, and says every second that it is there. Times are the database's.
create table node (
    number     smallint    not null primary key,
    run        uuid        not null,             -- which run of the program: a number may be used again
    name       text        not null,             -- of the machine, for keepers
    version    text        not null,             -- of the program
    started_at timestamptz not null,
    seen_at    timestamptz not null,
    began_at   bigint      not null,             -- the same as started_at, and
    broke_at   bigint      not null default 0,   -- when a link of it broke last, by its own clock: that of its texts
    gone       boolean     not null default false, -- nobody waits for it any more
    polite     boolean     not null default false  -- it said so itself, so its number is free
);

-- What one node does for all, until its time is over: a bind of a carrier, forgetting, telling keepers.
create table lease (
    name       text collate "C" not null primary key,
    number     smallint    not null,
    run        uuid        not null,
    until      timestamptz not null
);

-- What must be the same on every node of a database, such as what the instance key makes of a known word.
create table installation (
    name  text collate "C" not null primary key,
    value bytea not null
);
