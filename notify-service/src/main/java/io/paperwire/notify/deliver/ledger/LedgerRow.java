package io.paperwire.notify.deliver.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** One row of the table {@code deliveries}. */
record LedgerRow(
    String digestId,
    UUID subscriberId,
    String state,
    int attempts,
    boolean perhapsSent,
    UUID claimId,
    Instant claimedAt,
    Optional<Instant> finishedAt,
    Optional<DigestRecord> record,
    String answer,
    boolean told) {

  /** How a row stands to somebody who wants to claim it. */
  enum Standing {
    /** It is settled for good. */
    DONE,
    /** It failed, and somebody has sent it in again. */
    FAILED,
    /** The claim is the asker's own, from a step whose answer got lost. */
    OURS,
    /** The ledger holds the record and comes back to it by itself. */
    WAITING,
    /** Somebody else's claim holds. */
    HELD,
    /** Somebody else's claim was never settled, and its lease ran out. */
    ABANDONED
  }

  static LedgerRow read(ResultSet row, StatementContext context) throws SQLException {
    return new LedgerRow(
        row.getString("digest_id"),
        row.getObject("subscriber_id", UUID.class),
        row.getString("state"),
        row.getInt("attempts"),
        row.getBoolean("perhaps_sent"),
        row.getObject("claim_id", UUID.class),
        row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getBytes("record")).map(DigestRecord::of),
        row.getString("answer"),
        row.getBoolean("told"));
  }

  Standing standing(UUID asker, Instant now, Duration lease) {
    Optional<Verdict> verdict = Verdict.of(state);
    if (verdict.isPresent()) {
      return verdict.get().isFinal() ? Standing.DONE : Standing.FAILED;
    }
    if (state.equals("deferred")) {
      return Standing.WAITING;
    }
    if (claimId.equals(asker)) {
      return Standing.OURS;
    }
    if (record.isPresent()) {
      return Standing.WAITING;
    }
    return claimedAt.plus(lease).isAfter(now) ? Standing.HELD : Standing.ABANDONED;
  }

  Claim claim(Duration lease) {
    return Claim.madeAt(claimedAt, lease, digestId, claimId, attempts, perhapsSent);
  }

  /** A row that is due; such a row has a record. */
  DueDelivery due(Duration lease) {
    return new DueDelivery(claim(lease), subscriberId, record.orElseThrow());
  }

  /** How a settled row ended. */
  Settlement settlement() {
    return new Settlement(
        digestId, subscriberId, Verdict.of(state).orElseThrow(), finishedAt.orElseThrow(), answer);
  }
}
