package io.paperwire.enrich.merge;

import io.paperwire.schemas.Author;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperSource;
import io.paperwire.schemas.PaperStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Merges the events that stand, one of each source, into one record.
 *
 * <p>The events are ranked: the archive that the paper's canonical id comes from knows it best,
 * then who speaks of a later version, then who spoke last, then by name. A field comes from the
 * highest-ranking source that has it. Categories and links are united in the order of rank.
 */
public final class PaperMerge {

  private final String paperId;
  private final List<PaperEvent> ranked;

  private PaperMerge(String paperId, Collection<PaperEvent> standing) {
    this.paperId = paperId;
    this.ranked =
        standing.stream()
            .sorted(
                Comparator.comparing((PaperEvent event) -> !isHome(paperId, event))
                    .thenComparing(LatestEvents.EARLIER_FIRST.reversed())
                    .thenComparing(PaperEvent::getSource))
            .toList();
  }

  /**
   * The merged record.
   *
   * @param paperId canonical id
   * @param standing the events that stand, at least one
   * @param firstSeenAt when the paper was first seen, over all events, those that no longer stand
   *     too
   * @return all of the record but topics and trend
   */
  public static EnrichedPaper.Builder merge(
      String paperId, Collection<PaperEvent> standing, Instant firstSeenAt) {
    return new PaperMerge(paperId, standing).merged(firstSeenAt);
  }

  private EnrichedPaper.Builder merged(Instant firstSeenAt) {
    return EnrichedPaper.newBuilder()
        .setPaperId(paperId)
        .setStatus(status())
        .setLastChange(lastChange())
        .setTitle(ranked.getFirst().getTitle())
        .setAbstractText(first(PaperEvent::getAbstractText))
        .setAuthors(authors())
        .setCategories(categories())
        .setVersion(latest(PaperEvent::getVersion))
        .setPublishedAt(earliest(PaperEvent::getPublishedAt))
        .setUpdatedAt(latest(PaperEvent::getUpdatedAt))
        .setFirstSeenAt(firstSeenAt)
        .setDoi(first(PaperEvent::getDoi))
        .setJournalRef(first(PaperEvent::getJournalRef))
        .setComment(first(PaperEvent::getComment))
        .setLicense(first(PaperEvent::getLicense))
        .setSources(sources())
        .setLinks(PaperLinks.of(paperId, ranked));
  }

  private List<Author> authors() {
    return ranked.stream()
        .map(PaperEvent::getAuthors)
        .filter(authors -> !authors.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<String> categories() {
    LinkedHashSet<String> categories = new LinkedHashSet<>();
    ranked.forEach(event -> categories.addAll(event.getCategories()));
    return List.copyOf(categories);
  }

  private List<PaperSource> sources() {
    return ranked.stream()
        .sorted(Comparator.comparing(PaperEvent::getSource))
        .map(
            event ->
                PaperSource.newBuilder()
                    .setSource(event.getSource())
                    .setSourceKey(event.getSourceKey())
                    .setVersion(event.getVersion())
                    .build())
        .toList();
  }

  private PaperStatus status() {
    if (has(event -> event.getKind() == PaperEventKind.WITHDRAWN)) {
      return PaperStatus.WITHDRAWN;
    }
    boolean published =
        has(event -> event.getKind() == PaperEventKind.PUBLISHED || event.getJournalRef() != null);
    return published ? PaperStatus.PUBLISHED : PaperStatus.ACTIVE;
  }

  private PaperEventKind lastChange() {
    return ranked.stream()
        .max(
            Comparator.comparing(PaperEvent::getObservedAt)
                .thenComparing(LatestEvents.EARLIER_FIRST))
        .map(PaperEvent::getKind)
        .orElse(PaperEventKind.UNKNOWN);
  }

  private boolean has(Predicate<PaperEvent> property) {
    return ranked.stream().anyMatch(property);
  }

  private @Nullable String first(Function<PaperEvent, @Nullable String> field) {
    return values(field).filter(text -> !text.isBlank()).findFirst().orElse(null);
  }

  private <T extends Comparable<T>> @Nullable T latest(Function<PaperEvent, @Nullable T> field) {
    return values(field).max(Comparator.naturalOrder()).orElse(null);
  }

  private <T extends Comparable<T>> @Nullable T earliest(Function<PaperEvent, @Nullable T> field) {
    return values(field).min(Comparator.naturalOrder()).orElse(null);
  }

  private <T> Stream<T> values(Function<PaperEvent, @Nullable T> field) {
    return ranked.stream().map(field).filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  /** Whether a source is the archive that the canonical id comes from, such as arXiv's feed. */
  private static boolean isHome(String paperId, PaperEvent event) {
    String archive = paperId.substring(0, Math.max(0, paperId.indexOf(':')));
    return !archive.isEmpty() && event.getSource().startsWith(archive);
  }
}
