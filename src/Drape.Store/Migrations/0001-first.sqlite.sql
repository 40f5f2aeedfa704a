-- The number under which a transaction's changes are found: there is one writer at a time.
create table change_counter (value integer not null);
insert into change_counter (value) values (0);

-- The words of product rowid, already split and normalised, so that nothing but spaces part them: the tokenizer ascii takes
-- every other character as it is. How many words there are stands beside them.
create virtual table product_words using fts5 (
    terms, length unindexed, tokenize = 'ascii', detail = 'none', columnsize = 0);
