-- When the paper was first seen or its latest version was published, whichever is later; absent until its next record
-- is read, and then it is when the paper was first seen.
alter table papers add column changed_at timestamptz;
