package io.paperwire.notify.web.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.likeness.LearntTerms;
import io.paperwire.notify.web.account.PreferencesRules;
import io.paperwire.notify.web.catalogue.StoredVector;
import io.paperwire.notify.web.likes.Example;
import io.paperwire.notify.web.likes.ExampleWords;
import io.paperwire.notify.web.likes.LikeInterest;
import io.paperwire.notify.web.likes.Likes;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Interest;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.SubscriberInterests;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The largest record that one subscriber can cause, beside what Kafka takes. */
final class RecordSizeTest {

  /** What producers and brokers take unless they are told otherwise: 1 MiB. */
  private static final int MOST = 1 << 20;

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_PAPER_ID = 300;
  private static final int DIMENSIONS = 384;

  @Test
  void shouldStayWellBelowWhatKafkaTakes() throws IOException {
    List<Interest> interests = new ArrayList<>();
    int each = PreferencesRules.MOST_BYTES / PreferencesRules.MOST_INTERESTS / 2;
    for (int i = 0; i < PreferencesRules.MOST_INTERESTS; i++) {
      interests.add(
          Interest.newBuilder()
              .setInterestId("i".repeat(each))
              .setKind(InterestKind.QUERY)
              .setValue("v".repeat(each))
              .build());
    }
    interests.add(
        LikeInterest.contract(examples(), new ExampleWords(terms(), terms()), 0.5).orElseThrow());
    SubscriberInterests record =
        SubscriberInterests.newBuilder()
            .setSubscriberId(UUID.randomUUID().toString())
            .setRevision(Long.MAX_VALUE)
            .setInterests(interests)
            .setCadence(Cadence.WEEKLY)
            .setZone("America/Argentina/ComodRivadavia")
            .setActiveSince(Instant.EPOCH)
            .build();

    assertThat(record.toByteBuffer().remaining()).isBetween(MOST / 2, MOST * 4 / 5);
  }

  private static LearntTerms terms() {
    float[] weights = new float[LearntTerms.MOST];
    Arrays.fill(weights, 1);
    return new LearntTerms(new int[LearntTerms.MOST], weights);
  }

  private static List<Example> examples() {
    StoredVector vector =
        new StoredVector("all-minilm-l6-v2-q", "1.2.3/256", 1, new byte[DIMENSIONS]);
    return IntStream.range(0, Likes.MOST)
        .mapToObj(
            i ->
                new Example(
                    i,
                    Optional.of("d".repeat(LONGEST_PAPER_ID)),
                    "深".repeat(LONGEST_TITLE),
                    Optional.empty(),
                    i % 2 == 0,
                    "chosen by you",
                    Optional.of(vector),
                    100))
        .toList();
  }
}
