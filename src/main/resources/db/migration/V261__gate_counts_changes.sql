-- Sums that were read before a chunk of invoices passed the gate still hold if nothing has gone live since.
alter table period_gate add column usage_changes bigint default 0 not null;
