package io.paperwire.notify.web.catalogue;

import io.paperwire.interest.Clause;
import io.paperwire.notify.paper.IdPaths;
import io.paperwire.notify.paper.PaperTraits;
import io.paperwire.notify.web.likes.Awaited;
import io.paperwire.schemas.Author;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.Link;
import io.paperwire.schemas.TopicStanding;
import io.paperwire.schemas.TopicTag;
import io.paperwire.schemas.Trend;
import io.paperwire.topics.Vocabulary;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the database keeps of a paper.
 *
 * @param paper the paper as it is listed
 * @param facts what interests ask of it besides
 * @param firstSeen when Paperwire first saw it
 * @param trendOrder place among the papers that got attention; empty if nobody has noticed the
 *     paper
 * @param trendingUntil when it stops trending; empty if it is not
 * @param placesUntil until when its places within topics hold
 * @param doi its DOI as an id, such as {@code doi:10.1000/abc}, if one is known
 * @param vector what it means, once it was worked out
 * @param listedUnder the topics whose pages list it: its own and all broader ones
 */
record PaperRow(
    ListedPaper paper,
    PaperFacts facts,
    Instant firstSeen,
    OptionalDouble trendOrder,
    Optional<Instant> trendingUntil,
    Instant placesUntil,
    Optional<String> doi,
    Optional<StoredVector> vector,
    Set<String> listedUnder) {

  /** The most characters of an abstract that a page shows and a search looks through. */
  static final int MOST_ABSTRACT = 50_000;

  private static final int MOST_TITLE = 2_000;

  /** A place is one among the papers of a week. */
  private static final Duration PLACES_HOLD = Duration.ofDays(7);

  private static final List<String> READABLE = List.of("abstract", "published", "pdf");

  /** The row of a record. */
  static PaperRow of(EnrichedPaper record, Vocabulary vocabulary, Duration halfLife) {
    List<PaperLink> links =
        record.getLinks().stream()
            .filter(link -> isWeb(link.getUrl()))
            .map(PaperRow::link)
            .toList();
    PaperTraits traits = PaperTraits.of(record);
    Optional<Instant> published = Optional.ofNullable(record.getPublishedAt());
    ListedPaper paper =
        new ListedPaper(
            record.getPaperId(),
            storable(record.getTitle(), MOST_TITLE),
            Optional.ofNullable(record.getAbstractText())
                .map(text -> storable(text, MOST_ABSTRACT))
                .filter(text -> !text.isBlank()),
            Optional.ofNullable(record.getSummary())
                .map(text -> storable(text, MOST_TITLE))
                .filter(text -> !text.isBlank()),
            Optional.ofNullable(record.getSummaryModel()).map(name -> storable(name, MOST_TITLE)),
            record.getAuthors().stream()
                .map(Author::getName)
                .map(name -> storable(name, MOST_TITLE))
                .toList(),
            record.getCategories().stream().map(name -> storable(name, MOST_TITLE)).toList(),
            traits.likelyCategories().stream().map(name -> storable(name, MOST_TITLE)).toList(),
            traits.contribution(),
            published,
            listedAt(published, record.getFirstSeenAt()),
            changedAt(record),
            PaperStanding.of(record.getStatus()),
            address(record.getPaperId(), links),
            links,
            record.getTopics().stream().map(PaperRow::topic).toList(),
            record.getStandings().stream().map(PaperRow::place).toList(),
            record.getTrend().getVotes(),
            traits.trendingUntil().isPresent());
    return new PaperRow(
        paper,
        facts(record, traits),
        record.getFirstSeenAt(),
        trendOrder(record.getTrend(), halfLife),
        traits.trendingUntil(),
        record.getTrend().getAsOf().plus(PLACES_HOLD),
        Optional.ofNullable(record.getDoi()).flatMap(PaperRow::doi),
        Optional.ofNullable(record.getVector()).map(StoredVector::of),
        listedUnder(paper.topics(), vocabulary));
  }

  private static PaperFacts facts(EnrichedPaper record, PaperTraits traits) {
    return new PaperFacts(
        record.getSources().stream()
            .map(source -> storable(source.getSource(), MOST_TITLE))
            .distinct()
            .toList(),
        traits.happened().map(Clause.Kind::name),
        record.getAuthors().stream()
            .map(author -> Optional.ofNullable(author.getOrcid()).orElse(""))
            .map(orcid -> storable(orcid, MOST_TITLE))
            .toList());
  }

  private static Optional<String> doi(String doi) {
    String id = "doi:" + storable(doi, MOST_TITLE).toLowerCase(Locale.ROOT);
    return Optional.of(id).filter(it -> it.length() <= Awaited.LONGEST);
  }

  /** A date yet to come, as journals give their next issue, would keep a paper above all others. */
  private static Instant listedAt(Optional<Instant> published, Instant firstSeen) {
    return published.filter(date -> date.isBefore(firstSeen)).orElse(firstSeen);
  }

  private static Instant changedAt(EnrichedPaper record) {
    Instant firstSeen = record.getFirstSeenAt();
    return Optional.ofNullable(record.getUpdatedAt())
        .filter(date -> date.isAfter(firstSeen))
        .orElse(firstSeen);
  }

  /** All names under which somebody may wait for the paper. */
  Stream<String> names() {
    return Stream.of(
            Stream.of(paper.id()),
            doi.stream(),
            facts.orcids().stream().filter(orcid -> !orcid.isEmpty()).map(Awaited::ofAuthor))
        .flatMap(names -> names);
  }

  /** The day under which the paper is listed, in UTC. */
  LocalDate day() {
    return LocalDate.ofInstant(paper.listedAt(), ZoneOffset.UTC);
  }

  /**
   * The logarithm of the attention with its decay taken out. The rate halves with each half-life
   * after it was measured, so two rates compare as do log2(rate) + asOf / half-life.
   */
  private static OptionalDouble trendOrder(Trend trend, Duration halfLife) {
    if (!(trend.getRate() > 0)) {
      return OptionalDouble.empty();
    }
    double halfLives = (double) trend.getAsOf().toEpochMilli() / halfLife.toMillis();
    return OptionalDouble.of(Math.log(trend.getRate()) / Math.log(2) + halfLives);
  }

  private static Set<String> listedUnder(List<PaperTopic> topics, Vocabulary vocabulary) {
    Set<String> ids = new LinkedHashSet<>();
    for (PaperTopic topic : topics) {
      ids.add(topic.id());
      ids.addAll(vocabulary.broader(topic.id()));
    }
    return ids;
  }

  private static Optional<String> address(String paperId, List<PaperLink> links) {
    return READABLE.stream()
        .flatMap(rel -> links.stream().filter(link -> link.rel().equals(rel)))
        .map(PaperLink::url)
        .findFirst()
        .or(() -> resolver(paperId));
  }

  /** Where an id of a known kind leads. */
  private static Optional<String> resolver(String paperId) {
    if (paperId.startsWith("arxiv:")) {
      return Optional.of("https://arxiv.org/abs/" + paperId.substring("arxiv:".length()));
    }
    return paperId.startsWith("doi:")
        ? Optional.of(IdPaths.ofDoi(paperId.substring("doi:".length())))
        : Optional.empty();
  }

  /** Anything may stand in a record; a link must not run a script. */
  private static boolean isWeb(String url) {
    try {
      URI address = new URI(url);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      return address.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  private static PaperLink link(Link link) {
    return new PaperLink(storable(link.getRel(), MOST_TITLE), link.getUrl());
  }

  private static TopicPlace place(TopicStanding standing) {
    return new TopicPlace(standing.getTopic(), standing.getLabel(), standing.getPlace());
  }

  private static PaperTopic topic(TopicTag tag) {
    return new PaperTopic(tag.getTopic(), tag.getLabel(), tag.getScore());
  }

  /** PostgreSQL's text has no U+0000; and no source's mistake may fill a page. */
  private static String storable(String text, int most) {
    String clean = text.replace("\0", "");
    return clean.length() <= most
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, clean.codePointCount(0, most - 1))) + "…";
  }
}
