package io.paperwire.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class UpvotesTest {

  @Test
  void shouldPlayTheSampleAsGivenAtAnotherTime() throws IOException {
    Upvotes sample = Sample.upvotes();

    Upvotes played = sample.givenAt(Instant.parse("2027-01-02T03:04:05.678Z"));

    assertThat(sample.lines()).contains("\"at\": \"2026-06-12T00:00:00Z\"");
    assertThat(played.lines().lines())
        .hasSameSizeAs(sample.lines().lines().toList())
        .allMatch(line -> line.endsWith("\"at\": \"2027-01-02T03:04:05.678Z\"}"));
    assertThat(played.paperIds()).isEqualTo(sample.paperIds());
  }
}
