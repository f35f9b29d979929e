-- When the link that erases was last mailed. It holds for a day, and no other one is sent meanwhile; the link
-- to the preferences, from which it is asked for, may have been mailed a moment before (last_link_at).
alter table subscribers add column last_erasure_at timestamptz;
