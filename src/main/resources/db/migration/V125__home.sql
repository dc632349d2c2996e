-- What Home asks: which invoices are still to be paid, by scope.
create index invoice_open on invoice (state, scope_id, due_date);
-- An operator who knows the way.
alter table person add column first_steps_dismissed boolean not null default false;
