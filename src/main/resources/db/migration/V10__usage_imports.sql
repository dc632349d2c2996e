-- What an import was asked to do, where it stands and what came of it.
alter table usage_import add column mode varchar(10) not null default 'REPLACE';
alter table usage_import add column keep_good_rows boolean not null default false;
alter table usage_import add column dry_run boolean not null default false;
-- A file kept in the data folder until it is done with, so that a restart can begin it again; null for a stream.
alter table usage_import add column source_path varchar(500);
alter table usage_import add column bytes_total bigint;
alter table usage_import add column bytes_read bigint not null default 0;
-- When the process that runs it was last heard of: an import that nobody runs any more is begun again or given up.
alter table usage_import add column seen_at timestamp with time zone;
alter table usage_import add column duplicate_of bigint;
-- Further figures, as JSON.
alter table usage_import add column outcome text;
create index usage_import_sha256 on usage_import (sha256);
create index usage_import_state on usage_import (state);

-- States of a delivery: STAGED (being written), LIVE, REPLACED (a newer one took its place), DISCARDED (its import did not
-- go live), SWEPT (its rows are gone), AMORTIZED (beside the live one: not billed, for the amortized view only).
-- An amortized cost file spreads commitments over time: it is live until the file of what is billed comes.
alter table usage_delivery add column amortized boolean not null default false;
-- Where its rows are among the import's.
alter table usage_delivery add column first_row_id bigint;
alter table usage_delivery add column last_row_id bigint;
alter table usage_delivery add column replaced_at timestamp with time zone;
create index usage_delivery_state on usage_delivery (state);

-- Held by whoever makes deliveries live or closes a period, so that an invoice and the rows behind it never part.
create table period_gate (
    id int primary key
);
insert into period_gate values (1);
