-- A document as it was issued: made once, kept in the data folder, known by its digest.
create table invoice_document (
    invoice_id bigint       not null references invoice,
    kind       varchar(40)  not null,
    path       varchar(300) not null,
    sha256     varchar(64)  not null,
    size_bytes bigint       not null,
    made_at    timestamp with time zone not null,
    primary key (invoice_id, kind)
);
create index invoice_document_sha256 on invoice_document (sha256);
