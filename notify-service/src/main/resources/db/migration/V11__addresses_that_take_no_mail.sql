-- Subscriptions end whose address is refused again and again.
create index deliveries_refused on deliveries (subscriber_id, finished_at) where state = 'refused';
