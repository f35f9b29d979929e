package io.paperwire.bench.stream;

import io.paperwire.index.Paper;
import io.paperwire.schemas.Author;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.Link;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperSource;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.PaperVector;
import io.paperwire.schemas.Trend;
import io.paperwire.schemas.TrendState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Papers of a file as the stream reads them, under ids that tell what they are for. */
final class BenchPapers {

  private static final int DIMENSIONS = 384;

  private final List<Paper> papers;

  BenchPapers(List<Paper> papers) {
    this.papers = papers;
  }

  /** Papers from a place in the file on; after the last the first comes again. */
  List<Paper> slice(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> papers.get(i % papers.size()))
        .toList();
  }

  /** A record as of now, with a vector of the usual size. */
  static EnrichedPaper record(String id, Paper paper) {
    Instant now = Instant.now();
    byte[] vector = new byte[DIMENSIONS];
    new Random(id.hashCode()).nextBytes(vector);
    return EnrichedPaper.newBuilder()
        .setPaperId(id)
        .setStatus(PaperStatus.ACTIVE)
        .setLastChange(PaperEventKind.ANNOUNCED)
        .setTitle(paper.title())
        .setAbstractText(
            Optional.of(paper.abstractText()).filter(text -> !text.isEmpty()).orElse(null))
        .setAuthors(
            paper.authors().stream()
                .map(author -> Author.newBuilder().setName(author.name()).build())
                .toList())
        .setCategories(paper.categories())
        .setPublishedAt(now)
        .setFirstSeenAt(now)
        .setSources(List.of(new PaperSource("arxiv", id, 1)))
        .setVector(new PaperVector("bench", "1", 1 / 127f, ByteBuffer.wrap(vector)))
        .setLinks(List.of(new Link("abstract", "https://papers.example.org/" + id)))
        .setTrend(new Trend(0L, 0.0, now, TrendState.QUIET))
        .build();
  }

  /** A record whose only words are a title. */
  static EnrichedPaper record(String id, String title) {
    return record(
        id,
        new Paper(
            id,
            title,
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            false));
  }
}
