-- An enrollment's own number stands for its purchase order, and may be as long as such a number.
alter table invoice alter column po_number set data type varchar(300);
