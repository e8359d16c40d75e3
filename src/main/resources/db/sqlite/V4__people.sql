-- Who comes in on the keepers' side.

-- People, by the name they sign in with.
create table person (
    name      text    not null primary key,
    role      text    not null,
    password  text    not null, -- its hash, with the name of the method in front
    codes     blob,             -- the secret of the authenticator app, sealed; null if there is none
    last_step integer not null, -- of the code that was used last: none is used twice
    since     integer not null
) strict, without rowid;

-- Codes for the day on which the authenticator app is gone; each is removed by its use.
create table recovery_code (
    person text not null,
    hash   text not null,
    primary key (person, hash)
) strict, without rowid;

-- Browsers that are signed in. The token itself is known to the browser alone.
create table session (
    key     text    not null primary key, -- SHA-256 of the token, in hexadecimal digits
    person  text    not null,
    since   integer not null,
    seen_at integer not null,             -- written once a minute at most
    browser text    not null              -- what it is, in a word or two
) strict, without rowid;

create index session_of_person on session (person, seen_at);
