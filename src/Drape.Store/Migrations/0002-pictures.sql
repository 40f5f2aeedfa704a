-- Whoever asks for a picture is given it only where a product shows it.
create index product_picture on product (picture);
