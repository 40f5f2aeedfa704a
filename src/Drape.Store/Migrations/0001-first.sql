-- Catalogs and their products, jobs, saved photos.
-- Words in braces are types that the databases call differently: see Dialect.Types.

create table catalog (
    id {id},
    name {word} not null unique,
    imports integer not null default 0, -- the number of the last import that began
    created_at {time} not null
);

create table product (
    id {id},
    catalog_id bigint not null references catalog (id),
    key {word} not null,                -- the shop's own
    name text,
    names text not null,                -- JSON, by language
    price {money},
    currency text,
    link text,
    category text,
    gender text,
    picture text,                       -- key of a blob
    picture_source text,
    type text,
    colour text,
    pattern text,
    colours text not null,              -- JSON
    attributes text not null,           -- JSON
    reading text,                       -- JSON
    retired {flag} not null,
    changed_at {time} not null,
    digest {bytes} not null,            -- of all that an import says of it: tells whether anything changed
    version integer not null,           -- 1 when new
    seen integer not null,              -- the last import that had it
    unique (catalog_id, key)
);

create index product_retired on product (catalog_id, retired);

-- What an index needs of a product, and nothing else: it is read as a whole at every start.
create table item (
    product_id {key} references product (id),
    catalog_id integer not null,
    type text,
    colour text,
    pattern text,
    gender text,
    price {money},
    colours {bytes} not null,           -- four bytes each: red, green, blue, share of 255
    retired {flag} not null,
    network text not null,              -- that made the embedding
    embedding {bytes} not null,         -- float16, little-endian
    change bigint not null
);

create index item_change on item (change);

create table item_removed (
    product_id {key},
    change bigint not null
);

create index item_removed_change on item_removed (change);

create table job (
    id {id},
    kind {word} not null,
    title text,                         -- for people
    payload text not null,              -- JSON
    state {word} not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    attempts integer not null default 0, -- from the one on in which it last got any further
    max_attempts integer not null,
    run_at {time} not null,
    leased_until {time},
    worker text,
    takes integer not null default 0,   -- tells the worker that has it from those that had it
    cancel_asked {flag} not null,
    done bigint not null default 0,
    total bigint,
    done_when_taken bigint not null default 0,
    message text,
    checkpoint text,                    -- JSON
    result text,                        -- JSON
    result_file text,                   -- key of a blob
    result_type text,
    result_name text,
    created_at {time} not null,
    started_at {time},
    taken_at {time},
    ended_at {time}
);

create index job_waiting on job (run_at, id) where state in ('queued', 'running');
create index job_ended on job (ended_at);

create table photo (
    id {id},
    source {word} unique,               -- a URL; of a photo that was sent, none
    sha256 {word} not null,             -- of its file
    style {word},
    reading text not null,              -- JSON
    saved_at {time} not null,
    read_at {time} not null
);

create unique index photo_sent on photo (sha256) where source is null;

-- In small letters, so that whoever asks need not know how the networks write their words.
create table photo_garment (
    photo_id bigint not null references photo (id) on delete cascade,
    position integer not null,
    gender {word},
    master_category {word},
    sub_category {word},
    article_type {word},
    type {word},
    colour {word},
    pattern {word},
    primary key (photo_id, position)
);

create index photo_garment_article_type on photo_garment (article_type, photo_id);
create index photo_garment_sub_category on photo_garment (sub_category, photo_id);
create index photo_garment_type on photo_garment (type, photo_id);
create index photo_garment_colour on photo_garment (colour, photo_id);
create index photo_style on photo (style, id);
