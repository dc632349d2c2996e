-- What is known about a scope beyond its place in the tree. No row means nothing has been filled in yet.
create table scope_properties (
    scope_id         bigint       not null primary key references scope,
    status           varchar(20)  not null default 'ACTIVE',
    purchase_order   varchar(100),
    tax_id           varchar(50),
    contact_email    varchar(254),
    cost_center      varchar(100),
    offer            varchar(30),
    monthly_credit   numeric(19, 4),
    sovereign_cloud  boolean      not null default false,
    enrollment_start date,
    enrollment_end   date,
    channel          varchar(20),
    support_level    varchar(50),
    tax_rate         numeric(9, 6),
    payment_days     int,
    language         varchar(10)
);

create table scope_address (
    scope_id    bigint       not null references scope,
    purpose     varchar(10)  not null,
    company     varchar(200),
    line1       varchar(200) not null,
    line2       varchar(200),
    line3       varchar(200),
    city        varchar(100) not null,
    postal_code varchar(20),
    region      varchar(100),
    country     varchar(2)   not null,
    primary key (scope_id, purpose)
);
