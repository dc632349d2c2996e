-- The language of the reasons in the file of rejected rows.
alter table usage_import add column language varchar(35) not null default 'en';
