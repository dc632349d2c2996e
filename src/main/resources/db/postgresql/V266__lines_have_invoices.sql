-- A foreign key asks for each row, and most rows that a billing run writes are lines: asking for them cost three times what
-- writing them does. The same is asked once a statement, for all of its rows. H2 keeps its key (docs/decisions/0242).
alter table invoice_line drop constraint invoice_line_invoice_id_fkey;

-- A plan is kept for as long as a connection lives, and was perhaps made when there were few invoices.
create function invoice_line_has_invoice() returns trigger language plpgsql set enable_seqscan = off as $$
declare
    missing bigint;
begin
    select line.invoice_id into missing from (select distinct invoice_id from written) line
    where not exists (select 1 from invoice where id = line.invoice_id offset 0 rows) limit 1;
    if missing is not null then
        raise foreign_key_violation using message = 'There is no invoice ' || missing || ' for a line.';
    end if;
    return null;
end
$$;
create trigger invoice_line_has_invoice_when_written after insert on invoice_line
    referencing new table as written for each statement execute function invoice_line_has_invoice();
create trigger invoice_line_has_invoice_when_changed after update on invoice_line
    referencing new table as written for each statement execute function invoice_line_has_invoice();

create function invoice_has_no_line() returns trigger language plpgsql set enable_seqscan = off as $$
declare
    used bigint;
begin
    select gone.id into used from deleted gone
    where exists (select 1 from invoice_line where invoice_id = gone.id offset 0 rows) limit 1;
    if used is not null then
        raise foreign_key_violation using message = 'Invoice ' || used || ' has lines.';
    end if;
    return null;
end
$$;
create trigger invoice_has_no_line_when_deleted after delete on invoice
    referencing old table as deleted for each statement execute function invoice_has_no_line();

-- An invoice's account is its scope's, which has a key of its own to it: asking for it again proves nothing more.
alter table invoice drop constraint invoice_root_id_fkey;
