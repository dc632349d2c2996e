-- The daily sums of a delivery without the day: what closing a period adds up. Written when the delivery goes live, in the
-- same transaction, so that they are of what people see.
create table usage_sum (
    delivery_id      bigint not null,
    scope_id         bigint not null,
    service_name     varchar(300) not null,
    service_category varchar(300) not null,
    charge_category  varchar(100) not null,
    publisher_name   varchar(300) not null,
    row_count        bigint not null,
    cost             decimal(38, 18) not null
);
insert into usage_sum (delivery_id, scope_id, service_name, service_category, charge_category, publisher_name, row_count,
    cost)
select u.delivery_id, u.scope_id, u.service_name, u.service_category, u.charge_category, u.publisher_name,
    sum(u.row_count), sum(u.cost)
from usage_daily u join usage_delivery d on d.id = u.delivery_id
where d.state in ('LIVE', 'AMORTIZED', 'REPLACED')
group by u.delivery_id, u.scope_id, u.service_name, u.service_category, u.charge_category, u.publisher_name
order by u.delivery_id;
create index usage_sum_delivery on usage_sum (delivery_id);
