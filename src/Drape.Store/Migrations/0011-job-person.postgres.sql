-- Before this it stood in the payload only; what nobody is left for goes.
update job set person_id = (payload::json ->> 'person')::bigint
where kind = 'closet' and exists (select 1 from person p where p.id = (job.payload::json ->> 'person')::bigint);
delete from job where kind = 'closet' and person_id is null;
