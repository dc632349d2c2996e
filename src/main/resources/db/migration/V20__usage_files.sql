-- Names of the file's columns that FOCUS does not know, as a JSON array in the file's order; null: not gathered yet.
alter table usage_import add column unknown_columns text;
