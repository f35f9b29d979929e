package io.paperwire.ingest.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.judgement.Known;
import io.paperwire.ingest.judgement.Meaning;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SeenLedgerTest {

  private static Known random(Random random) {
    Meaning meaning =
        new Meaning(
            random.nextLong(),
            random.nextInt(),
            random.nextInt(),
            random.nextInt(),
            random.nextInt(Known.MAX_CATEGORY_COUNT + 1),
            random.nextBoolean());
    return new Known(random.nextInt(Known.MAX_VERSION + 1), meaning, random.nextBoolean());
  }

  @Test
  void shouldRememberAsAMapDoes() {
    Random random = new Random(42);
    SeenLedger ledger = new SeenLedger();
    Map<String, Known> map = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      String paper = "arxiv:" + random.nextInt(8_000);
      Known known = random(random);
      ledger.put(paper, known);
      map.put(paper, known);
    }
    assertThat(ledger.size()).isEqualTo(map.size());
    map.forEach((paper, known) -> assertThat(ledger.get(paper)).hasValue(known));
    assertThat(ledger.get("arxiv:unknown")).isEmpty();
  }

  @Test
  void shouldRememberPapersOfWhichEverythingIsZero() {
    SeenLedger ledger = new SeenLedger();
    Known nothing = new Known(0, new Meaning(0, 0, 0, 0, 0, false), false);
    ledger.put("a", nothing);
    assertThat(ledger.get("a")).hasValue(nothing);
    assertThat(ledger.size()).isEqualTo(1);
  }
}
