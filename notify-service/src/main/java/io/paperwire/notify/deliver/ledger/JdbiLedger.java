package io.paperwire.notify.deliver.ledger;

import io.paperwire.notify.deliver.patience.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The ledger as the table {@code deliveries} of PostgreSQL. While the database is out of order,
 * each method waits; a step whose answer got lost is repeated safely, since a claim's id tells that
 * it was ours.
 */
public final class JdbiLedger implements Ledger {

  private static final int AT_ONCE = 500;

  private final Jdbi jdbi;
  private final Patience patience;
  private final InstantSource clock;
  private final Duration lease;

  /**
   * A ledger.
   *
   * @param jdbi the database
   * @param patience waits for the database
   * @param clock the same for all instances, within a fraction of the lease
   * @param lease how long a claim holds that is not renewed
   */
  public JdbiLedger(Jdbi jdbi, Patience patience, InstantSource clock, Duration lease) {
    this.jdbi = jdbi;
    this.patience = patience;
    this.clock = clock;
    this.lease = lease;
  }

  @Override
  public boolean isDone(String digestId) {
    return patience.await(
        () ->
            jdbi.withHandle(
                handle ->
                    handle
                        .createQuery("select state from deliveries where digest_id = :digestId")
                        .bind("digestId", digestId)
                        .mapTo(String.class)
                        .findOne()
                        .flatMap(Verdict::of)
                        .filter(Verdict::isFinal)
                        .isPresent()));
  }

  @Override
  public ClaimAnswer claim(Delivery delivery, DigestRecord record) {
    UUID id = UUID.randomUUID();
    return patience.await(() -> jdbi.inTransaction(handle -> claim(handle, delivery, record, id)));
  }

  private ClaimAnswer claim(Handle handle, Delivery delivery, DigestRecord record, UUID id) {
    Instant now = clock.instant();
    int opened =
        handle
            .createUpdate(
                """
                insert into deliveries
                  (digest_id, subscriber_id, message_id, state, attempts, claim_id, claimed_at,
                   papers)
                values (:digestId, :subscriberId, :messageId, 'claimed', 1, :id, :now, :papers)
                on conflict (digest_id) do nothing
                """)
            .bind("digestId", delivery.digestId())
            .bind("subscriberId", delivery.subscriberId())
            .bind("messageId", delivery.messageId())
            .bindArray("papers", String.class, delivery.paperIds())
            .bind("id", id)
            .bind("now", now)
            .execute();
    if (opened == 1) {
      return new ClaimAnswer.Granted(Claim.madeAt(now, lease, delivery.digestId(), id, 1, false));
    }
    LedgerRow row = lock(handle, delivery.digestId());
    return switch (row.standing(id, now, lease)) {
      case DONE -> new ClaimAnswer.Done();
      case OURS -> new ClaimAnswer.Granted(row.claim(lease));
      case WAITING -> new ClaimAnswer.InHand();
      case HELD -> {
        keep(handle, row, record);
        yield new ClaimAnswer.InHand();
      }
      case FAILED, ABANDONED ->
          new ClaimAnswer.Granted(takeOver(handle, row, id, now).claim(lease));
    };
  }

  private static LedgerRow lock(Handle handle, String digestId) {
    return handle
        .createQuery("select * from deliveries where digest_id = :digestId for update")
        .bind("digestId", digestId)
        .map(LedgerRow::read)
        .one();
  }

  private static void keep(Handle handle, LedgerRow row, DigestRecord record) {
    handle
        .createUpdate("update deliveries set record = :record where digest_id = :digestId")
        .bind("record", record.bytes())
        .bind("digestId", row.digestId())
        .execute();
  }

  /**
   * Nobody knows how far the holder of a claim came that was never settled. What failed begins
   * anew.
   */
  private static LedgerRow takeOver(Handle handle, LedgerRow row, UUID id, Instant now) {
    return handle
        .createQuery(
            """
            update deliveries
            set state = 'claimed', claim_id = :id, claimed_at = :now,
              attempts = case state when 'failed' then 1 else attempts + 1 end,
              perhaps_sent = perhaps_sent or state = 'claimed',
              finished_at = null, told = false
            where digest_id = :digestId
            returning *
            """)
        .bind("id", id)
        .bind("now", now)
        .bind("digestId", row.digestId())
        .map(LedgerRow::read)
        .one();
  }

  @Override
  public List<HeldDigest> due(Collection<String> except, int most) {
    Instant now = clock.instant();
    return patience.await(
        () ->
            jdbi.withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            (select digest_id, subscriber_id from deliveries
                              where state = 'claimed' and record is not null
                                and claimed_at <= :abandoned
                                and digest_id <> all(cast(:except as text[]))
                              order by claimed_at limit :most)
                            union all
                            (select digest_id, subscriber_id from deliveries
                              where state = 'deferred' and due_at <= :now
                                and digest_id <> all(cast(:except as text[]))
                              order by due_at limit :most)
                            limit :most
                            """)
                        .bind("abandoned", now.minus(lease))
                        .bind("now", now)
                        .bindArray("except", String.class, List.copyOf(except))
                        .bind("most", most)
                        .map(
                            (row, context) ->
                                new HeldDigest(
                                    row.getString("digest_id"),
                                    row.getObject("subscriber_id", UUID.class)))
                        .list()));
  }

  @Override
  public Optional<DueDelivery> claimDue(String digestId) {
    UUID id = UUID.randomUUID();
    return patience.await(() -> jdbi.inTransaction(handle -> claimDue(handle, digestId, id)));
  }

  private Optional<DueDelivery> claimDue(Handle handle, String digestId, UUID id) {
    Instant now = clock.instant();
    return handle
        .createQuery(
            """
            select * from deliveries
            where digest_id = :digestId
              and ((state = 'deferred' and due_at <= :now)
                or (state = 'claimed' and record is not null
                  and (claimed_at <= :abandoned or claim_id = :id)))
            for update skip locked
            """)
        .bind("digestId", digestId)
        .bind("now", now)
        .bind("abandoned", now.minus(lease))
        .bind("id", id)
        .map(LedgerRow::read)
        .findOne()
        .map(row -> row.claimId().equals(id) ? row : takeOver(handle, row, id, now))
        .map(row -> row.due(lease));
  }

  @Override
  public void renew(Collection<Claim> claims) {
    patience.await(
        () ->
            jdbi.withHandle(
                handle ->
                    handle
                        .createUpdate(
                            """
                            update deliveries set claimed_at = :now
                            where state = 'claimed' and digest_id = any(:digests)
                              and claim_id = any(:ids)
                            """)
                        .bind("now", clock.instant())
                        .bindArray(
                            "digests", String.class, claims.stream().map(Claim::digestId).toList())
                        .bindArray("ids", UUID.class, claims.stream().map(Claim::id).toList())
                        .execute()));
  }

  @Override
  public boolean defer(Claim claim, Deferral deferral) {
    return patience.await(
        () ->
            jdbi.withHandle(
                handle ->
                    handle
                            .createUpdate(
                                """
                                update deliveries
                                set state = 'deferred', record = :record, due_at = :due,
                                  answer = :answer, attempts = :attempts,
                                  perhaps_sent = perhaps_sent or :perhapsSent
                                where digest_id = :digestId and claim_id = :id
                                """)
                            .bind("record", deferral.record().bytes())
                            .bind("due", deferral.due())
                            .bind("answer", deferral.answer())
                            .bind("attempts", claim.attempt() - (deferral.counted() ? 0 : 1))
                            .bind("perhapsSent", deferral.perhapsSent())
                            .bind("digestId", claim.digestId())
                            .bind("id", claim.id())
                            .execute()
                        == 1));
  }

  @Override
  public Optional<Settlement> settle(Claim claim, Verdict verdict, String answer) {
    return patience.await(
        () ->
            jdbi.withHandle(
                    handle ->
                        handle
                            .createQuery(
                                """
                                update deliveries
                                set state = :state, answer = :answer, finished_at = :now,
                                  record = null, due_at = null, told = (:state = 'skipped')
                                where digest_id = :digestId and claim_id = :id
                                returning *
                                """)
                            .bind("state", verdict.word())
                            .bind("answer", answer)
                            .bind("now", clock.instant())
                            .bind("digestId", claim.digestId())
                            .bind("id", claim.id())
                            .map(LedgerRow::read)
                            .findOne())
                .map(LedgerRow::settlement));
  }

  @Override
  public void told(Collection<String> digestIds) {
    patience.await(
        () ->
            jdbi.withHandle(
                handle ->
                    handle
                        .createUpdate(
                            "update deliveries set told = true where digest_id = any(:digests)")
                        .bindArray("digests", String.class, List.copyOf(digestIds))
                        .execute()));
  }

  @Override
  public List<Settlement> untold(Instant before) {
    return patience
        .await(
            () ->
                jdbi.withHandle(
                    handle ->
                        handle
                            .createQuery(
                                """
                                select * from deliveries
                                where not told and finished_at < :before limit :some
                                """)
                            .bind("before", before)
                            .bind("some", AT_ONCE)
                            .map(LedgerRow::read)
                            .list()))
        .stream()
        .map(LedgerRow::settlement)
        .toList();
  }

  @Override
  public void forget(Instant before) {
    int forgotten = AT_ONCE;
    while (forgotten == AT_ONCE) {
      forgotten = patience.await(() -> jdbi.withHandle(handle -> forgetSome(handle, before)));
    }
  }

  /** Few at once, so that nobody waits for a lock. */
  private static int forgetSome(Handle handle, Instant before) {
    return handle
        .createUpdate(
            """
            delete from deliveries where digest_id in (
              select digest_id from deliveries where finished_at < :before and told limit :some)
            """)
        .bind("before", before)
        .bind("some", AT_ONCE)
        .execute();
  }
}
