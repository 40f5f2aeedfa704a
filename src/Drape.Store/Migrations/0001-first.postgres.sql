-- The words of a product, already split and normalised.
create table product_words (
    product_id bigint primary key references product (id),
    terms tsvector not null,
    length integer not null -- how many words
);

create index product_words_terms on product_words using gin (terms);
