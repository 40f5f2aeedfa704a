-- The number under which a transaction's changes are found: there is one writer at a time.
create table change_counter (value integer not null);
insert into change_counter (value) values (0);

-- The words of product rowid, already split and normalised.
create virtual table product_words using fts5 (terms, tokenize = 'unicode61 remove_diacritics 0');
