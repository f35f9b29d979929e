-- What became of each digest. No address stands here.
create table deliveries (
  digest_id       text primary key,
  subscriber_id   uuid not null,
  -- The Message-ID of the mail, the same for each attempt.
  message_id      text not null,
  state           text not null
    check (state in ('claimed', 'deferred', 'sent', 'refused', 'failed', 'skipped')),
  -- Attempts that count against the digest, a running one included.
  attempts        integer not null,
  -- An attempt ended without anybody knowing whether the mail server took the mail.
  perhaps_sent    boolean not null default false,
  claim_id        uuid not null,
  claimed_at      timestamptz not null,
  -- When a deferred digest is tried again.
  due_at          timestamptz,
  -- The digest as it was on its topic, while it waits here.
  record          bytea,
  finished_at     timestamptz,
  -- The mail server's last answer, or the reason.
  answer          text not null default '',
  -- Whether delivery-events has it.
  told            boolean not null default false,
  check ((state in ('claimed', 'deferred')) = (finished_at is null)),
  check (state <> 'deferred' or (due_at is not null and record is not null))
);

create index deliveries_due on deliveries (due_at) where state = 'deferred';
create index deliveries_claimed on deliveries (claimed_at) where state = 'claimed';
create index deliveries_untold on deliveries (finished_at) where not told;
create index deliveries_finished on deliveries (finished_at);
