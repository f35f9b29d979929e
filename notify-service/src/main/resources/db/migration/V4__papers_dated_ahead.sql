-- A publication date yet to come kept a paper on top of every list until then. The earlier one counts.
update paper_topics listed set listed_at = papers.first_seen_at
  from papers
  where papers.paper_id = listed.paper_id and listed.listed_at > papers.first_seen_at;

update papers set listed_at = first_seen_at, listed_day = (first_seen_at at time zone 'UTC')::date
  where listed_at > first_seen_at;

comment on column papers.listed_at is
  'Where the paper stands in time: when it was published, or first seen if that was earlier or is all that is known.';
