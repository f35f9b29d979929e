package io.paperwire.notify.deliver.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A ledger in memory that keeps the same contract as the one in the database. */
public final class MemoryLedger implements Ledger {

  private final InstantSource clock;
  private final Duration lease;
  private final Map<String, LedgerRow> rows = new LinkedHashMap<>();
  private final Map<String, Instant> due = new LinkedHashMap<>();

  public MemoryLedger(InstantSource clock, Duration lease) {
    this.clock = clock;
    this.lease = lease;
  }

  /** How a digest was settled, if it was. */
  public synchronized Optional<Settlement> settlement(String digestId) {
    return Optional.ofNullable(rows.get(digestId))
        .filter(row -> row.finishedAt().isPresent())
        .map(LedgerRow::settlement);
  }

  @Override
  public synchronized boolean isDone(String digestId) {
    return settlement(digestId).filter(settlement -> settlement.verdict().isFinal()).isPresent();
  }

  @Override
  public synchronized ClaimAnswer claim(Delivery delivery, DigestRecord record) {
    UUID id = UUID.randomUUID();
    LedgerRow row = rows.get(delivery.digestId());
    if (row == null) {
      row =
          new LedgerRow(
              delivery.digestId(),
              delivery.subscriberId(),
              "claimed",
              1,
              false,
              id,
              clock.instant(),
              Optional.empty(),
              Optional.empty(),
              "",
              false);
      return new ClaimAnswer.Granted(put(row).claim(lease));
    }
    return switch (row.standing(id, clock.instant(), lease)) {
      case DONE -> new ClaimAnswer.Done();
      case OURS -> throw new AssertionError("memory loses no answers");
      case WAITING -> new ClaimAnswer.InHand();
      case HELD -> {
        put(with(row, row.state(), row.attempts(), row.perhapsSent(), Optional.of(record), ""));
        yield new ClaimAnswer.InHand();
      }
      case FAILED ->
          new ClaimAnswer.Granted(
              claimed(row, id, row.perhapsSent(), Optional.empty()).claim(lease));
      case ABANDONED ->
          new ClaimAnswer.Granted(claimed(row, id, true, Optional.empty()).claim(lease));
    };
  }

  /** Claims the one that is due longest. */
  public synchronized Optional<DueDelivery> claimDue() {
    return due(List.of(), 1).stream().findFirst().flatMap(held -> claimDue(held.digestId()));
  }

  @Override
  public synchronized List<HeldDigest> due(Collection<String> except, int most) {
    return rows.values().stream()
        .filter(row -> isDue(row) && !except.contains(row.digestId()))
        .sorted(Comparator.comparing(this::dueAt))
        .limit(most)
        .map(row -> new HeldDigest(row.digestId(), row.subscriberId()))
        .toList();
  }

  @Override
  public synchronized Optional<DueDelivery> claimDue(String digestId) {
    return Optional.ofNullable(rows.get(digestId))
        .filter(this::isDue)
        .map(
            row ->
                claimed(
                        row,
                        UUID.randomUUID(),
                        row.perhapsSent() || row.state().equals("claimed"),
                        row.record())
                    .due(lease));
  }

  private Instant dueAt(LedgerRow row) {
    return due.getOrDefault(row.digestId(), row.claimedAt());
  }

  private boolean isDue(LedgerRow row) {
    Instant now = clock.instant();
    return row.state().equals("deferred")
        ? !due.getOrDefault(row.digestId(), Instant.MAX).isAfter(now)
        : row.state().equals("claimed")
            && row.record().isPresent()
            && !row.claimedAt().plus(lease).isAfter(now);
  }

  @Override
  public synchronized void renew(Collection<Claim> claims) {
    claims.forEach(
        claim ->
            Optional.ofNullable(rows.get(claim.digestId()))
                .filter(row -> row.state().equals("claimed") && row.claimId().equals(claim.id()))
                .ifPresent(row -> put(heldSince(row, clock.instant()))));
  }

  private static LedgerRow heldSince(LedgerRow row, Instant claimedAt) {
    return new LedgerRow(
        row.digestId(),
        row.subscriberId(),
        row.state(),
        row.attempts(),
        row.perhapsSent(),
        row.claimId(),
        claimedAt,
        row.finishedAt(),
        row.record(),
        row.answer(),
        row.told());
  }

  @Override
  public synchronized boolean defer(Claim claim, Deferral deferral) {
    due.put(claim.digestId(), deferral.due());
    return change(
            claim,
            row ->
                with(
                    row,
                    "deferred",
                    claim.attempt() - (deferral.counted() ? 0 : 1),
                    row.perhapsSent() || deferral.perhapsSent(),
                    Optional.of(deferral.record()),
                    deferral.answer()))
        .isPresent();
  }

  @Override
  public synchronized Optional<Settlement> settle(Claim claim, Verdict verdict, String answer) {
    return change(
            claim,
            row ->
                new LedgerRow(
                    row.digestId(),
                    row.subscriberId(),
                    verdict.word(),
                    row.attempts(),
                    row.perhapsSent(),
                    row.claimId(),
                    row.claimedAt(),
                    Optional.of(clock.instant()),
                    Optional.empty(),
                    answer,
                    verdict == Verdict.SKIPPED))
        .map(LedgerRow::settlement);
  }

  @Override
  public synchronized void told(Collection<String> digestIds) {
    digestIds.forEach(this::told);
  }

  private void told(String digestId) {
    rows.computeIfPresent(
        digestId,
        (_, row) ->
            new LedgerRow(
                row.digestId(),
                row.subscriberId(),
                row.state(),
                row.attempts(),
                row.perhapsSent(),
                row.claimId(),
                row.claimedAt(),
                row.finishedAt(),
                row.record(),
                row.answer(),
                true));
  }

  @Override
  public synchronized List<Settlement> untold(Instant before) {
    return rows.values().stream()
        .filter(row -> !row.told() && row.finishedAt().filter(before::isAfter).isPresent())
        .map(LedgerRow::settlement)
        .toList();
  }

  @Override
  public synchronized void forget(Instant before) {
    rows.values()
        .removeIf(row -> row.told() && row.finishedAt().filter(before::isAfter).isPresent());
  }

  private Optional<LedgerRow> change(Claim claim, UnaryOperator<LedgerRow> change) {
    return Optional.ofNullable(rows.get(claim.digestId()))
        .filter(row -> row.claimId().equals(claim.id()))
        .map(row -> put(change.apply(row)));
  }

  private LedgerRow claimed(
      LedgerRow row, UUID id, boolean perhapsSent, Optional<DigestRecord> record) {
    return put(
        new LedgerRow(
            row.digestId(),
            row.subscriberId(),
            "claimed",
            row.state().equals("failed") ? 1 : row.attempts() + 1,
            perhapsSent,
            id,
            clock.instant(),
            Optional.empty(),
            record,
            row.answer(),
            false));
  }

  private static LedgerRow with(
      LedgerRow row,
      String state,
      int attempts,
      boolean perhapsSent,
      Optional<DigestRecord> record,
      String answer) {
    return new LedgerRow(
        row.digestId(),
        row.subscriberId(),
        state,
        attempts,
        perhapsSent,
        row.claimId(),
        row.claimedAt(),
        row.finishedAt(),
        record,
        answer,
        row.told());
  }

  private LedgerRow put(LedgerRow row) {
    rows.put(row.digestId(), row);
    return row;
  }
}
