-- When a catalog last changed is asked for with every list of them.
create index product_changed on product (catalog_id, changed_at);
