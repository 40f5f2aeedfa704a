-- Before this it stood in the payload only; what nobody is left for goes.
update job set person_id = json_extract(payload, '$.person')
where kind = 'closet' and exists (select 1 from person p where p.id = json_extract(job.payload, '$.person'));
delete from job where kind = 'closet' and person_id is null;
