-- How often people went from a find to its shop. No visit and no person is kept, only counts.
create table product_click (
    catalog {word} not null,            -- by name and key, so that counts outlive what is imported anew
    product {word} not null,
    day integer not null,               -- 20261121
    place {word} not null,              -- alikes or look
    style {word} not null,              -- of the outfit; empty where none was read
    clicks bigint not null,
    primary key (catalog, product, day, place, style)
);

create index product_click_day on product_click (day);
