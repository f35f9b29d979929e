-- Who subscribes. The address is kept here and nowhere else; all other systems know the id only.
create table subscribers (
  id              uuid primary key,
  address         text not null,
  -- The address as it is compared: lower case, trimmed.
  address_key     text not null unique,
  state           text not null check (state in ('pending', 'confirmed', 'unsubscribed')),
  cadence         text not null check (cadence in ('instant', 'daily', 'weekly')),
  zone            text not null,
  send_minute     integer not null check (send_minute between 0 and 1439),
  send_day        integer not null check (send_day between 1 and 7),
  -- Grows with every change that the interests topic has to hear of.
  revision        bigint not null default 0,
  created_at      timestamptz not null,
  confirmed_at    timestamptz,
  -- When a confirmation or a link was last mailed: nobody may flood a stranger's inbox with them.
  last_link_at    timestamptz,
  updated_at      timestamptz not null
);

create table interests (
  subscriber_id   uuid not null references subscribers on delete cascade,
  interest_id     text not null,
  kind            text not null check (kind in ('topic', 'phrase', 'author')),
  value           text not null,
  position        integer not null,
  primary key (subscriber_id, interest_id)
);

-- What is still to be told to Kafka, written in the transaction of the change. 'interests': send the
-- subscriber's present state, or a tombstone if there is none. 'unsubscribed': send the event.
create table outbox (
  id              bigint generated always as identity primary key,
  subscriber_id   uuid not null,
  kind            text not null check (kind in ('interests', 'unsubscribed')),
  created_at      timestamptz not null
);
