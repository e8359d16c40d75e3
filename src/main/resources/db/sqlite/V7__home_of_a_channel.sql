-- What the lines of a channel said together lies beside the rows of its home, which is one of those lines. A row that
-- knows no home is brought home by the next commit.
create table channel_2 (
    line_id    text not null,
    channel_id text not null,
    spending   text not null,
    primary key (line_id, channel_id)
) strict, without rowid;

insert into channel_2 (line_id, channel_id, spending) select '', channel_id, spending from channel;

drop table channel;

alter table channel_2 rename to channel;
