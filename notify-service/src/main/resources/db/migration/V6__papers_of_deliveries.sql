-- Which papers a digest told, for the question why a paper did not come.
alter table deliveries add column papers text[] not null default '{}';
create index deliveries_of_subscriber on deliveries (subscriber_id, claimed_at desc);
