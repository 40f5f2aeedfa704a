-- What a job was sent along and what it signs with stand apart from its payload: the one is deleted with the last job that
-- has it, the other is forgotten when the job is done.
alter table job add column content {word};
alter table job add column secret text;
