-- What subscribers hold up by a name under which the catalogue has no paper yet. Once it has one, that becomes an
-- example, and the row is gone.
create table awaited_papers (
  awaited_id      bigint generated always as identity primary key,
  subscriber_id   uuid not null references subscribers on delete cascade,
  -- The paper's id, such as arxiv:2401.01234 or doi:10.1000/abc, or orcid:0000-0002-1825-0097 for papers of an author.
  name            text not null,
  -- Where it comes from, for its owner.
  origin          text not null,
  added_at        timestamptz not null,
  unique (subscriber_id, name)
);
create index awaited_papers_name on awaited_papers (name);

-- The paper's DOI as an id, such as doi:10.1000/abc, by which people name papers that have another id; absent where
-- none is known, and until the paper's next record is read.
alter table papers add column doi text;
create index papers_doi on papers using hash (doi);
