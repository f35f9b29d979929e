package io.paperwire.notify.deliver.ledger;

import java.time.Duration;
import java.time.InstantSource;

/** The tests' own ledger is worth something only if it keeps the contract. */
final class MemoryLedgerTest extends LedgerContract {

  @Override
  Ledger open(InstantSource clock, Duration lease) {
    return new MemoryLedger(clock, lease);
  }
}
