-- When somebody last signed up with this address. last_link_at is when its link was last asked for: one
-- pause for both would tell by a sign-up whether a link had been mailed, and so whether the address is known.
alter table subscribers add column last_sign_up_at timestamptz;

-- The hourly look for addresses that no mail goes to.
create index subscribers_not_confirmed on subscribers (state, updated_at) where state <> 'confirmed';

-- What was set aside is removed when the subscriber's interests are told.
create index outbox_set_aside on outbox (subscriber_id) where set_aside_at is not null;
