-- What a paper contributes, where it belongs by its words, what is new in it, where it stands within its topics, and
-- when its trend ends. All papers are read anew.
truncate papers cascade;
alter table papers
  drop column trending,
  -- When it stops trending; absent if it is not.
  add column trending_until timestamptz,
  -- Places within topics, best first; the three arrays go together and hold until places_until.
  add column place_topics text[] not null,
  add column place_labels text[] not null,
  add column places int[] not null,
  add column places_until timestamptz not null,
  -- What is new, in a sentence or two; absent if no abstract says it.
  add column summary text,
  -- The language model that wrote it; absent where its sentences are the abstract's own.
  add column summary_model text,
  -- What the paper contributes, as the interest language writes it; absent if nothing is known.
  add column contribution text,
  -- Categories that its words speak for; none where a source gives categories.
  add column likely_categories text[] not null;
