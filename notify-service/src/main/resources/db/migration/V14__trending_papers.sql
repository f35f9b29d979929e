-- The papers that are trending, those first that would do so for longest.
create index papers_trending_until on papers (trending_until desc, paper_id desc)
  where trending_until is not null and status <> 'withdrawn';
