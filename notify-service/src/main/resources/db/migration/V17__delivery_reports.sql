-- Mails come back after a server had taken them, and readers call them spam: both are told to the
-- delivery events with the digest that it is about.
alter table outbox drop constraint outbox_kind_check;
alter table outbox add constraint outbox_kind_check
  check (kind in ('interests', 'unsubscribed', 'feedback', 'bounced', 'complained'));
alter table outbox add column digest_id text;
