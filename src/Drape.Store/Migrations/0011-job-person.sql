-- What people order for themselves is theirs alone to see.
alter table job add column person_id bigint references person (id) on delete cascade;
create index job_person on job (person_id);
