package io.paperwire.ingest.source.arxivfeed;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.source.arxivfeed.Feeds.Item;
import io.paperwire.ingest.source.poll.Dialogue;
import io.paperwire.ingest.source.poll.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class FeedPartTest {

  private final Dialogue dialogue =
      new Dialogue(
          new FeedPart(
              "cs.CL",
              URI.create("http://rss.example/rss/cs.CL"),
              new FeedParser(PaperLimits.STANDARD),
              Duration.ofMinutes(15)),
          Instant.parse("2026-01-30T06:00:00Z"));

  /** Its format may have changed: the naive reading has it for read, and loses the day's papers. */
  @Test
  void shouldHaveAFeedForUnreadWhereNoneOfItsItemsIsLegible() {
    Item first = Item.of("2601.20001v1", "novel");
    Item second = Item.of("2601.20002v1", "novel");
    assertThat(dialogue.read(Feeds.rss(first, second)))
        .isInstanceOfSatisfying(
            Reading.NothingLegible.class,
            reading -> {
              assertThat(reading.reason())
                  .isEqualTo("no item can be read; item 1: the announce type 'novel' is not known");
              assertThat(reading.asItIs().content().rejects()).hasSize(2);
            });
    assertThat(dialogue.read(Feeds.rss(first, Item.of("2601.20002v1", "new"))))
        .isInstanceOf(Reading.Understood.class);
    assertThat(dialogue.read(Feeds.rss(first))).isInstanceOf(Reading.Understood.class);
    assertThat(dialogue.read(Feeds.rss())).isInstanceOf(Reading.Understood.class);
  }
}
