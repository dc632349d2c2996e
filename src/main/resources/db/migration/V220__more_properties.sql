-- A number in the register of companies, why a scope is not active, and names and values of the customer's own choice.
alter table scope_properties add column registration_number varchar(50);
alter table scope_properties add column status_reason varchar(30);

create table scope_tag (
    scope_id bigint       not null references scope,
    tag      varchar(256) not null,
    content  varchar(256) not null,
    primary key (scope_id, tag)
);
