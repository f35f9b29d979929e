package io.paperwire.notify.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.web.catalogue.ListedPaper;
import io.paperwire.notify.web.catalogue.PaperStanding;
import io.paperwire.notify.web.catalogue.PaperTopic;
import io.paperwire.notify.web.feed.atom.AtomEntry;
import io.paperwire.notify.web.feed.atom.AtomEntry.Category;
import io.paperwire.notify.web.feed.atom.AtomFeed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PaperFeedsTest {

  private static final Instant LISTED = Instant.parse("2026-06-12T00:00:00Z");
  private static final Instant CHANGED = Instant.parse("2026-06-14T00:00:00Z");

  private final PaperFeeds feeds = new PaperFeeds(URI.create("https://p.example/"));

  @Test
  void shouldSayOfAPaperWhatItsPageSays() {
    AtomFeed feed =
        feed(paper("Deep\n agents ", PaperStanding.ACTIVE, Optional.of("They act.\u0007")));

    assertThat(feed.address()).isEqualTo("https://p.example/feed.atom?q=x");
    assertThat(feed.page()).isEqualTo("https://p.example/search?q=x");
    assertThat(feed.title()).isEqualTo("Paperwire: x");
    assertThat(feed.updated()).isEqualTo(CHANGED);
    assertThat(feed.entries())
        .containsExactly(
            new AtomEntry(
                "https://p.example/papers/doi:10.1/a%20b",
                "Deep agents",
                CHANGED,
                LISTED,
                List.of("Ada Lovelace"),
                List.of(
                    new Category(
                        "robotics",
                        Optional.of("https://p.example/topics/"),
                        Optional.of("Robotics")),
                    new Category("cs.RO", Optional.empty(), Optional.empty())),
                Optional.of("https://doi.org/10.1/a%20b"),
                "They act."));
  }

  @Test
  void shouldMakeDoWithLittle() {
    AtomEntry entry =
        feed(paper("\u0007", PaperStanding.WITHDRAWN, Optional.empty())).entries().getFirst();

    assertThat(entry.title()).isEqualTo("Withdrawn: doi:10.1/a b");
    assertThat(entry.summary()).isEqualTo("What is new.");
  }

  private AtomFeed feed(ListedPaper paper) {
    return feeds.feed("/feed.atom?q=x", "/search?q=x", "x", List.of(paper));
  }

  private static ListedPaper paper(
      String title, PaperStanding standing, Optional<String> abstractText) {
    return new ListedPaper(
        "doi:10.1/a b",
        title,
        abstractText,
        Optional.of("What is new."),
        Optional.empty(),
        List.of("Ada Lovelace", " "),
        List.of("cs.RO", ""),
        List.of("cs.AI"),
        Optional.empty(),
        Optional.of(LISTED),
        LISTED,
        CHANGED,
        standing,
        Optional.of("https://doi.org/10.1/a%20b"),
        List.of(),
        List.of(new PaperTopic("robotics", "Robotics", 1)),
        List.of(),
        0,
        false);
  }
}
