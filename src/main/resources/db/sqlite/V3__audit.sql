-- What keepers did. It is only ever added to.
create table audit (
    place integer primary key autoincrement,
    at    integer not null,
    who   text    not null,
    deed  text    not null,
    about text    not null
) strict;

create trigger audit_is_not_changed before update on audit begin
    select raise(abort, 'the audit log is only ever added to');
end;

create trigger audit_is_not_removed before delete on audit begin
    select raise(abort, 'the audit log is only ever added to');
end;
