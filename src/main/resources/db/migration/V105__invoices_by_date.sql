-- The order in which lists of invoices open, at an account and at a scope that gets invoices of its own.
create index invoice_scope_date on invoice (scope_id, invoice_date, id);
create index invoice_root_date on invoice (root_id, invoice_date, id);
