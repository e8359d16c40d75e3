-- What people wrote, on lines whose keeper wants it kept; else there is no row. A long text has a row for each of its
-- segments that came. Number and words are sealed together with the instance key; they go when their time is over.
create table kept (
    line_id text    not null,
    id      integer not null, -- the text
    piece   integer not null, -- which segment of it; 0 of a text that came whole
    sealed  blob    not null,
    primary key (line_id, id, piece)
) strict, without rowid;
