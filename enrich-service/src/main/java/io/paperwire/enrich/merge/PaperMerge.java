package io.paperwire.enrich.merge;

import io.paperwire.schemas.Author;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.Link;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperSource;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.tagging.link.PaperLink;
import io.paperwire.tagging.link.PaperLinks;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Merges what the sources say into one record.
 *
 * <p>The sources are ranked: the archive that the paper's canonical id comes from knows it best,
 * then who speaks of a later version, then who spoke last, then by name. A field comes from the
 * highest-ranking source that has it. Categories and links are united in the order of rank, and
 * authors get the ORCID iDs that other sources give them ({@link AuthorIds}).
 *
 * <p>A paper is withdrawn while any source withdraws its highest version. A source takes a
 * withdrawal back by stating the text anew, not by telling of a category or a journal. Else it is
 * published once a source tells so, by a journal or by a DOI that is not that of the preprint.
 */
public final class PaperMerge {

  private static final String ARXIV_DOI = "10.48550/arxiv.";

  private final String paperId;
  private final boolean withdrawn;

  /** 0 if no source knows a version. */
  private final int highestVersion;

  /** The latest event of each source. */
  private final List<PaperEvent> ranked;

  /** Those that no other version has overtaken. */
  private final List<PaperEvent> holding;

  /** What happened last, over the sources that no other version has overtaken. */
  private final PaperEventKind lastChange;

  private PaperMerge(String paperId, Collection<PaperEvent> events) {
    Collection<SourceStatement> statements = SourceStatement.bySource(events).values();
    this.paperId = paperId;
    this.highestVersion = SourceStatement.highestVersion(statements);
    this.withdrawn = statements.stream().anyMatch(source -> source.withdraws(highestVersion));
    this.ranked = ranked(paperId, statements.stream());
    List<SourceStatement> standing =
        statements.stream().filter(source -> !source.isOvertaken(highestVersion)).toList();
    this.holding = ranked(paperId, standing.stream());
    this.lastChange = lastChange(standing);
  }

  private static List<PaperEvent> ranked(String paperId, Stream<SourceStatement> statements) {
    return statements
        .map(SourceStatement::latest)
        .sorted(
            Comparator.comparing((PaperEvent event) -> !isHome(paperId, event))
                .thenComparing(EventOrder.EARLIER_FIRST.reversed())
                .thenComparing(PaperEvent::getSource))
        .toList();
  }

  /**
   * The merged record.
   *
   * @param paperId canonical id
   * @param events the events that are kept ({@link KnownEvents}), at least one
   * @param firstSeenAt when the paper was first seen, over all events, those that are not kept too
   * @return all of the record but topics and trend
   */
  public static EnrichedPaper.Builder merge(
      String paperId, Collection<PaperEvent> events, Instant firstSeenAt) {
    return new PaperMerge(paperId, events).merged(firstSeenAt);
  }

  private EnrichedPaper.Builder merged(Instant firstSeenAt) {
    return EnrichedPaper.newBuilder()
        .setPaperId(paperId)
        .setStatus(status())
        .setLastChange(lastChange)
        .setTitle(ranked.getFirst().getTitle())
        .setAbstractText(first(ranked, PaperEvent::getAbstractText))
        .setAuthors(authors())
        .setCategories(categories())
        .setVersion(version())
        .setPublishedAt(earliest(PaperEvent::getPublishedAt))
        .setUpdatedAt(latest(PaperEvent::getUpdatedAt))
        .setFirstSeenAt(firstSeenAt)
        .setDoi(first(ranked, PaperEvent::getDoi))
        .setJournalRef(first(ranked, PaperEvent::getJournalRef))
        // The reason of a withdrawal that was overtaken is no comment on the paper.
        .setComment(first(holding, PaperEvent::getComment))
        .setLicense(first(ranked, PaperEvent::getLicense))
        .setSources(sources())
        .setLinks(links());
  }

  /** Where no source has versions, one that was typed by hand is all that is known. */
  private @Nullable Integer version() {
    return highestVersion > 0 ? Integer.valueOf(highestVersion) : latest(PaperEvent::getVersion);
  }

  /** As the best source lists them, with the iDs that any source gives. */
  private List<Author> authors() {
    List<List<Author>> lists =
        ranked.stream().map(PaperEvent::getAuthors).filter(list -> !list.isEmpty()).toList();
    return lists.isEmpty()
        ? List.of()
        : AuthorIds.added(lists.getFirst(), lists.subList(1, lists.size()));
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

  private List<Link> links() {
    List<PaperLink> given =
        ranked.stream()
            .flatMap(event -> event.getLinks().stream())
            .map(link -> new PaperLink(link.getRel(), link.getUrl()))
            .toList();
    List<String> texts =
        ranked.stream()
            .flatMap(event -> Stream.of(text(event.getAbstractText()), text(event.getComment())))
            .flatMap(Optional::stream)
            .toList();
    return PaperLinks.of(paperId, text(first(ranked, PaperEvent::getDoi)), given, texts).stream()
        .map(link -> new Link(link.rel(), link.url()))
        .toList();
  }

  private static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text);
  }

  private PaperStatus status() {
    if (withdrawn) {
      return PaperStatus.WITHDRAWN;
    }
    return ranked.stream().anyMatch(this::tellsOfPublication)
        ? PaperStatus.PUBLISHED
        : PaperStatus.ACTIVE;
  }

  /** A source tells of another change later, and still says where the paper was published. */
  private boolean tellsOfPublication(PaperEvent event) {
    return event.getKind() == PaperEventKind.PUBLISHED
        || event.getJournalRef() != null
        || text(event.getDoi()).filter(this::isOfPublication).isPresent();
  }

  /** The DOI that gave the paper its id names what was posted, and so does one of arXiv's. */
  private boolean isOfPublication(String doi) {
    return !doi.isBlank() && !paperId.equals("doi:" + doi) && !doi.startsWith(ARXIV_DOI);
  }

  private static PaperEventKind lastChange(List<SourceStatement> statements) {
    return statements.stream()
        .map(SourceStatement::lastNews)
        .max(
            Comparator.comparing(PaperEvent::getObservedAt).thenComparing(EventOrder.EARLIER_FIRST))
        .map(PaperEvent::getKind)
        .orElse(PaperEventKind.UNKNOWN);
  }

  private @Nullable String first(
      List<PaperEvent> events, Function<PaperEvent, @Nullable String> field) {
    return values(events, field).filter(text -> !text.isBlank()).findFirst().orElse(null);
  }

  private <T extends Comparable<T>> @Nullable T latest(Function<PaperEvent, @Nullable T> field) {
    return values(ranked, field).max(Comparator.naturalOrder()).orElse(null);
  }

  private <T extends Comparable<T>> @Nullable T earliest(Function<PaperEvent, @Nullable T> field) {
    return values(ranked, field).min(Comparator.naturalOrder()).orElse(null);
  }

  private <T> Stream<T> values(List<PaperEvent> events, Function<PaperEvent, @Nullable T> field) {
    return events.stream().map(field).filter(Objects::nonNull).map(Objects::requireNonNull);
  }

  /** Whether a source is the archive that the canonical id comes from, such as arXiv's feed. */
  private static boolean isHome(String paperId, PaperEvent event) {
    String archive = paperId.substring(0, Math.max(0, paperId.indexOf(':')));
    return !archive.isEmpty() && event.getSource().startsWith(archive);
  }
}
