-- What people have in their closets. Whose it is stands in every row and in every query.

create table closet_item (
    id {id},
    person_id bigint not null references person (id) on delete cascade,
    picture {word} not null,            -- key of a blob: the garment without what was around it
    photo {word},                       -- key of a blob: the photo that it was cut out of
    name text,
    type {word} not null,
    colour {word} not null,
    pattern {word} not null,
    colours text not null,              -- JSON, measured
    season {word},
    warmth integer,
    formality integer,
    brand text,
    price {money},
    currency text,
    size text,
    notes text,
    bought_on {word},                   -- a day, as 2026-11-21
    previous text,                      -- JSON: what a person can change, as it was before the last change
    reading text not null,              -- JSON: what the networks said
    network text not null,              -- that made the embedding
    embedding {bytes} not null,         -- float16, little-endian
    looks_like bigint references closet_item (id) on delete set null, -- perhaps the same piece
    created_at {time} not null,
    changed_at {time} not null,
    deleted_at {time}
);

create index closet_item_person on closet_item (person_id, id);
create index closet_item_picture on closet_item (picture);
create index closet_item_photo on closet_item (photo);
create index closet_item_looks_like on closet_item (looks_like);
create index closet_item_deleted on closet_item (deleted_at) where deleted_at is not null;

create table closet_word (
    person_id bigint not null references person (id) on delete cascade,
    term {word} not null,
    item_id bigint not null references closet_item (id) on delete cascade,
    primary key (person_id, term, item_id)
);

create index closet_word_item on closet_word (item_id);

create table closet_wear (
    person_id bigint not null references person (id) on delete cascade,
    item_id bigint not null references closet_item (id) on delete cascade,
    day {word} not null,
    primary key (item_id, day)
);

create index closet_wear_person on closet_wear (person_id, day);

create table closet_setting (
    person_id {key} references person (id) on delete cascade,
    shares_corrections {flag} not null
);

-- Where the networks erred, of people who let them learn from it.
create table closet_correction (
    person_id bigint not null references person (id) on delete cascade,
    item_id bigint not null references closet_item (id) on delete cascade,
    question {word} not null,           -- type, colour, pattern
    said text not null,
    corrected text not null,
    corrected_at {time} not null,
    primary key (item_id, question)
);

create index closet_correction_person on closet_correction (person_id);
