package io.paperwire.notify.web;

import io.paperwire.schemas.Author;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.Link;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.TopicTag;
import io.paperwire.schemas.Trend;
import io.paperwire.schemas.TrendState;
import java.time.Instant;
import java.util.List;

/** Papers for tests. */
public final class SamplePapers {

  private SamplePapers() {}

  /** A paper about nothing in particular, by nobody, that nobody has noticed. */
  public static EnrichedPaper.Builder paper(String id, String title, String published) {
    Instant at = Instant.parse(published);
    return EnrichedPaper.newBuilder()
        .setPaperId(id)
        .setStatus(PaperStatus.ACTIVE)
        .setLastChange(PaperEventKind.ANNOUNCED)
        .setTitle(title)
        .setPublishedAt(at)
        .setFirstSeenAt(at)
        .setTrend(new Trend(0L, 0.0, at, TrendState.QUIET));
  }

  /** An author of a name only. */
  public static Author author(String name) {
    return new Author(name, null, null);
  }

  /** Authors of names only. */
  public static List<Author> authors(String... names) {
    return List.of(names).stream().map(SamplePapers::author).toList();
  }

  /** A topic that the paper is about beyond doubt. */
  public static TopicTag topic(String id, String label) {
    return new TopicTag(id, label, 1.0, List.of());
  }

  /** A link. */
  public static Link link(String rel, String url) {
    return new Link(rel, url);
  }

  /** Attention as measured at a time. */
  public static Trend trend(long votes, double rate, String asOf) {
    return new Trend(
        votes, rate, Instant.parse(asOf), rate > 1 ? TrendState.TRENDING : TrendState.QUIET);
  }
}
