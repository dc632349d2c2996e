-- Until somebody chooses, pages speak the language of the browser and show its time.
alter table person add column language_chosen boolean not null default false;
alter table person add column time_zone_chosen boolean not null default false;

create table recent_scope (
    person_id bigint not null references person,
    scope_id  bigint not null references scope,
    used_at   timestamp with time zone not null,
    primary key (person_id, scope_id)
);
