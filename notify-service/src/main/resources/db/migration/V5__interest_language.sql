-- Interests in the interest language.
alter table interests drop constraint interests_kind_check;
alter table interests add constraint interests_kind_check
  check (kind in ('topic', 'phrase', 'author', 'query'));

-- What the interest language asks for beside what pages show. All papers are read anew.
truncate papers cascade;
alter table papers
  add column sources text[] not null,
  -- What happened last, as the language writes it; absent if nothing is known.
  add column last_change text,
  -- The authors' ORCID iDs, as many as there are authors; empty where none is known.
  add column orcids text[] not null;

comment on column papers.words is
  'Folded words, and what two and three of them that follow one another spell together: A title, B families of authors, D abstract.';
