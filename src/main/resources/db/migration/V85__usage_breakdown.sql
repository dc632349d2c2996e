-- Sums of a delivery by what its daily sums do not know: REGION, RESOURCE_GROUP, and TAG by key. Gathered from the rows when
-- first asked for. The same key may stand several times: always sum.
create table usage_breakdown (
    delivery_id    bigint not null,
    scope_id       bigint not null,
    charge_day     date   not null,
    dimension      varchar(20)  not null,
    tag            varchar(300) not null,
    item           varchar(300) not null,
    row_count      bigint not null,
    cost           decimal(38, 18) not null,
    effective_cost decimal(38, 18) not null
);
create index usage_breakdown_delivery on usage_breakdown (delivery_id, dimension);
create table usage_broken_down (
    delivery_id bigint primary key
);
