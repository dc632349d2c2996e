-- What an import has noticed about its columns (JSON); null for imports from before, of which nothing is known.
alter table usage_import add column column_facts text;
