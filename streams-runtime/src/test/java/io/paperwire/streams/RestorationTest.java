package io.paperwire.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class RestorationTest {

  private static final TopicPartition ONE = new TopicPartition("app-one-changelog", 0);
  private static final TopicPartition OTHER = new TopicPartition("app-other-changelog", 0);

  private final Restoration restoration = new Restoration();

  @Test
  void shouldTellHowFarAllStoresAreTogether() {
    assertThat(restoration.progress()).isEmpty();

    restoration.onRestoreStart(ONE, "one", 100, 2_100);
    restoration.onRestoreStart(OTHER, "other", 0, 500);
    restoration.onBatchRestored(ONE, "one", 900, 800);
    restoration.onBatchRestored(ONE, "one", 1_100, 200);
    restoration.onBatchRestored(OTHER, "other", 100, 100);
    assertThat(restoration.progress()).contains("restores 2 stores: 1,100 of 2,500 records");

    restoration.onRestoreEnd(ONE, "one", 2_000);
    assertThat(restoration.progress()).contains("restores 1 stores: 100 of 500 records");

    restoration.onRestoreSuspended(OTHER, "other", 100);
    assertThat(restoration.progress()).isEmpty();
  }
}
