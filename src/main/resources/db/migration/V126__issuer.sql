-- Who issues the invoices, as the operator has filled it in; no row: as the settings say. What is issued keeps its own copy.
create table issuer_details (
    id         int          not null primary key,
    content    text         not null,
    changed_at timestamp with time zone not null,
    changed_by varchar(100) not null
);
