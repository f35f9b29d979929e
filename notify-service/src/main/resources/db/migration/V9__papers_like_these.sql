-- What a paper means, as the topic says it: one signed byte a dimension. All papers are read anew.
truncate papers cascade;
alter table papers
  add column vector bytea,
  add column vector_scale real,
  add column vector_model text,
  add column vector_version text,
  -- The title's words spelled together, by which works of a library are found.
  add column title_key text not null;
create index papers_title_key on papers using hash (title_key);
create index papers_orcids on papers using gin (orcids);

-- What a subscriber holds up as an example of what they want or do not want. It stays when the
-- catalogue is read anew, and so has a vector of its own.
create table examples (
  example_id      bigint generated always as identity primary key,
  subscriber_id   uuid not null references subscribers on delete cascade,
  -- A paper of the catalogue; absent for a text.
  paper_id        text,
  title           text not null,
  -- What was read of it, if it is no paper of the catalogue.
  text            text,
  liked           boolean not null,
  -- Where it comes from, for its owner.
  origin          text not null,
  vector          bytea,
  vector_scale    real,
  vector_model    text,
  vector_version  text,
  added_at        timestamptz not null
);
create unique index examples_of_subscriber on examples (subscriber_id, coalesce(paper_id, md5(text)));
create index examples_of_paper on examples (paper_id);

alter table subscribers
  -- The least cosine that is near enough; 0 for the usual one.
  add column least_cosine double precision not null default 0;

-- Feedback is told to the delivery events: 'more' or 'less' like a paper.
alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check
  check (kind in ('interests', 'unsubscribed', 'feedback'));
alter table outbox
  add column paper_id text,
  add column detail text;

-- How a subscriber tilts the order of digests: factors of the usual weights.
alter table subscribers
  add column order_match double precision not null default 1 check (order_match between 0 and 4),
  add column order_attention double precision not null default 1
    check (order_attention between 0 and 4),
  add column order_newness double precision not null default 1
    check (order_newness between 0 and 4),
  add column order_variety double precision not null default 1
    check (order_variety between 0 and 4);
