-- The read model of the web pages: what the topic enriched-papers says. It can be dropped and read anew.
create table papers (
  paper_id        text primary key,
  title           text not null,
  abstract_text   text,
  authors         text[] not null,
  categories      text[] not null,
  published_at    timestamptz,
  first_seen_at   timestamptz not null,
  -- Where the paper stands in time: when it was published or, if no source says so, first seen.
  listed_at       timestamptz not null,
  -- The day of listed_at in UTC.
  listed_day      date not null,
  status          text not null check (status in ('unknown', 'active', 'withdrawn', 'published')),
  url             text,
  link_rels       text[] not null,
  link_urls       text[] not null,
  -- The topics, highest score first; the three arrays go together.
  topic_ids       text[] not null,
  topic_labels    text[] not null,
  topic_scores    double precision[] not null,
  votes           bigint not null,
  trending        boolean not null,
  -- log2 of the attention with its decay taken out: papers compare by it whenever each was measured.
  -- Absent for a paper that nobody has noticed.
  trend_order     double precision,
  -- Folded words: A title, B authors, C topics, D abstract.
  words           tsvector not null
);

create index papers_newest on papers (listed_at desc, paper_id desc);
create index papers_trending on papers (trend_order desc, paper_id desc)
  where trend_order is not null and status <> 'withdrawn';
create index papers_of_day on papers (listed_day, votes desc, paper_id desc);
create index papers_words on papers using gin (words);

-- Which papers a topic's page lists: those about the topic, or about a part of it.
create table paper_topics (
  topic           text not null,
  listed_at       timestamptz not null,
  paper_id        text not null references papers on delete cascade,
  primary key (topic, listed_at, paper_id)
);

create index paper_topics_of_paper on paper_topics (paper_id);
