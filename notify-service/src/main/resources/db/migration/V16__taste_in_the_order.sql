-- How much the order of digests weighs the taste of a subscriber, which the factor of the match did before.
alter table subscribers
  add column order_taste double precision not null default 1 check (order_taste between 0 and 4);
update subscribers set order_taste = order_match;
