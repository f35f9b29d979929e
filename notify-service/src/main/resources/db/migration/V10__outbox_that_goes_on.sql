-- An interest in the interest language may have thousands of characters, too many for a primary key:
-- its id is a hash of it.
update interests
  set interest_id = 'query:' || left(encode(sha256(convert_to(value, 'UTF8')), 'hex'), 32)
  where kind = 'query';

-- A row that can never be told, such as one that is larger than a record may be, is set aside, so
-- that those behind it are told. Empty again, it is tried again.
alter table outbox
  add column set_aside_at timestamptz,
  add column set_aside_why text,
  add check ((set_aside_at is null) = (set_aside_why is null));
