-- Looks that people post, and what others do with them. Who may see one is decided where it is read: see Looks/Sight.cs.

create table look (
    id {id},
    person_id bigint not null references person (id) on delete cascade,
    picture {word} not null,            -- key of a blob: the photo, encoded anew
    preview {word} not null,            -- key of a blob: the same, small
    reading text not null,              -- JSON: what the networks said, of the main figure alone
    palette text not null,              -- JSON
    style {word} not null,              -- the most probable one
    score integer not null,             -- 0 to 100, as Eva computed it of this photo
    harmony double precision not null,  -- 0 to 1, the part of it that is the colours'
    text text,
    section {word} not null,            -- women, men or open: where it stands in the leaderboard
    visibility {word} not null,         -- public, followers or private
    created_at {time} not null,
    changed_at {time} not null,
    hidden_at {time},                   -- since when a moderator keeps it from others
    deleted_at {time}
);

create index look_person on look (person_id, id);
create index look_public on look (visibility, id);
create index look_score on look (visibility, style, score);
create index look_created on look (created_at);
create index look_picture on look (picture);
create index look_preview on look (preview);
create index look_deleted on look (deleted_at) where deleted_at is not null;

create table look_like (
    look_id bigint not null references look (id) on delete cascade,
    person_id bigint not null references person (id) on delete cascade,
    created_at {time} not null,
    primary key (look_id, person_id)
);

create index look_like_person on look_like (person_id, look_id);

create table look_scrap (
    look_id bigint not null references look (id) on delete cascade,
    person_id bigint not null references person (id) on delete cascade,
    created_at {time} not null,
    primary key (look_id, person_id)
);

create index look_scrap_person on look_scrap (person_id, look_id);

create table look_comment (
    id {id},
    look_id bigint not null references look (id) on delete cascade,
    person_id bigint not null references person (id) on delete cascade,
    text text not null,
    created_at {time} not null,
    hidden_at {time}
);

create index look_comment_look on look_comment (look_id, id);
create index look_comment_person on look_comment (person_id, created_at);

create table person_follow (
    person_id bigint not null references person (id) on delete cascade,
    followed_id bigint not null references person (id) on delete cascade,
    created_at {time} not null,
    primary key (person_id, followed_id)
);

create index person_follow_followed on person_follow (followed_id);

create table person_block (
    person_id bigint not null references person (id) on delete cascade,
    blocked_id bigint not null references person (id) on delete cascade,
    created_at {time} not null,
    primary key (person_id, blocked_id)
);

create index person_block_blocked on person_block (blocked_id);

-- What somebody thinks should not be there: a look, or a comment on one.
create table look_report (
    id {id},
    person_id bigint not null references person (id) on delete cascade,
    look_id bigint not null references look (id) on delete cascade,
    comment_id bigint references look_comment (id) on delete cascade,
    reason {word} not null,
    note text,
    created_at {time} not null,
    decided_at {time},
    decision {word}                     -- hidden or dismissed
);

create unique index look_report_once on look_report (person_id, look_id, coalesce(comment_id, 0));
create index look_report_look on look_report (look_id);
create index look_report_comment on look_report (comment_id);
create index look_report_open on look_report (id) where decided_at is null;
