-- People, how they sign in, and what is sent to them.

create table person (
    id {id},
    handle {word} not null unique,      -- in addresses, where the number would tell how many there are
    name text not null,
    email text,                         -- as it was written
    email_key {word} unique,            -- as addresses are compared
    picture text,                       -- key of a blob
    language {word},
    units {word} not null,
    gender text,                        -- as the person says it
    administrator {flag} not null,
    password_hash text,
    stamp text not null,                -- changes with every secret; what was made for an older one is worth nothing
    two_factor {flag} not null,
    authenticator_key text,
    used_code text,                     -- the last code of the authenticator, which is taken once
    used_code_at {time},
    failures integer not null default 0, -- wrong tries since the last right one
    locked_until {time},
    created_at {time} not null,
    version integer not null            -- 1 when new
);

create index person_picture on person (picture);

create table person_login (
    provider {word} not null,
    key {word} not null,                -- the provider's own for the person
    person_id bigint not null references person (id) on delete cascade,
    primary key (provider, key)
);

create index person_login_person on person_login (person_id);

create table recovery_code (
    person_id bigint not null references person (id) on delete cascade,
    hash {word} not null,
    primary key (person_id, hash)
);

create table sign_up (
    id {id},
    email text not null,
    name text not null,
    password_hash text not null,
    language {word} not null,
    code_hash {word} unique,            -- of the code in the letter, once that is written
    expires_at {time} not null
);

create index sign_up_expires on sign_up (expires_at);

create table session (
    id {id},
    key_hash {word} not null unique,
    person_id bigint not null references person (id) on delete cascade,
    ticket {bytes} not null,
    device text,
    address text,
    created_at {time} not null,
    seen_at {time} not null,
    expires_at {time} not null
);

create index session_person on session (person_id);
create index session_expires on session (expires_at);

create table access_token (
    id {id},
    person_id bigint not null references person (id) on delete cascade,
    name text not null,
    hash {word} not null unique,
    created_at {time} not null,
    used_at {time},
    expires_at {time}
);

create index access_token_person on access_token (person_id);

create table letter (
    id {id},
    kind {word} not null,
    address text not null,
    person_id bigint references person (id) on delete cascade,
    sign_up_id bigint references sign_up (id) on delete cascade,
    language {word} not null,
    attempts integer not null default 0,
    run_at {time} not null,
    created_at {time} not null
);

create index letter_due on letter (run_at, id);

create table protection_key (
    id {id},
    xml text not null                   -- of the keys that cookies and tokens are sealed with
);
