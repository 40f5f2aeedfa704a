-- What people wear on which day. Whose it is stands in every row and in every query.

create table outfit (
    id {id},
    person_id bigint not null references person (id) on delete cascade,
    day {word} not null,                -- as 2026-11-21
    note text,
    worn {flag} not null,               -- planned, until it was worn
    created_at {time} not null,
    changed_at {time} not null
);

create index outfit_person on outfit (person_id, day);

create table outfit_piece (
    outfit_id bigint not null references outfit (id) on delete cascade,
    item_id bigint not null references closet_item (id) on delete cascade,
    place integer not null,             -- in the order its owner chose
    counted {flag} not null,            -- whether the piece's wear of that day is this outfit's doing
    primary key (outfit_id, item_id)
);

create index outfit_piece_item on outfit_piece (item_id);
