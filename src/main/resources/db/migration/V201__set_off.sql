-- A set-off is one thing on two invoices: each of its two payments names the other invoice.
alter table invoice_payment add column other_invoice_id bigint references invoice;
