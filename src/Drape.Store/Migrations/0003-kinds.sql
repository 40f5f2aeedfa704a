-- What a product may be and how probable each is: a line each, "214 Shirts", of 255. Null where a product was read before this
-- was kept; it counts half-way between its kind and another until it is read again.
alter table item add column kinds text;
