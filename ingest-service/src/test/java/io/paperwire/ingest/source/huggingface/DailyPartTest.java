package io.paperwire.ingest.source.huggingface;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.judgement.Judgement;
import io.paperwire.ingest.judgement.Verdict;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RecordedSignal;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.RecordedLink;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.source.poll.Counts;
import io.paperwire.ingest.source.poll.Reading;
import io.paperwire.ingest.upstream.Answer.Fetched;
import io.paperwire.ingest.upstream.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DailyPartTest {

  private static final Instant NOW = Instant.parse("2026-06-12T15:00:00Z");

  private final DailyPart part =
      new DailyPart(
          URI.create("http://hub.example/"),
          new DailyPapers(PaperLimits.STANDARD),
          Duration.ofMinutes(30),
          2);
  private final Progress progress = new Progress(Positions.none());

  /** An item as the API words it; {@code more} stands in the inner object. */
  private static String item(String id, int upvotes, int comments, String more) {
    return """
    {"paper":{"id":"%s","title":"Title of %s\\n in two lines","summary":"About \\\\emph{it}.",
     "authors":[{"name":"Ada Lovelace","hidden":false},{"name":"Hidden One","hidden":true}],
     "publishedAt":"2026-06-11T00:00:00.000Z","submittedOnDailyAt":"2026-06-12T00:00:00.000Z",
     "upvotes":%d%s},
     "publishedAt":"2026-06-10T20:00:00.000Z","title":"Title","numComments":%d}
    """
        .formatted(id, id, upvotes, more, comments);
  }

  private static String list(String... items) {
    return "[" + String.join(",", items) + "]";
  }

  private Reading read(String answer, Instant now) {
    return part.read(
        part.request(progress, now),
        new Fetched(RawBytes.of(answer.getBytes(UTF_8)), Validators.none()),
        progress,
        now);
  }

  private Reading.Understood understand(String answer, Instant now) {
    Reading.Understood understood = (Reading.Understood) read(answer, now);
    progress.advance(understood.advances());
    return understood;
  }

  private static List<String> words(List<RecordedSignal> signals) {
    return signals.stream()
        .map(s -> s.paperId() + " " + s.kind().label() + " " + s.count() + " " + s.at())
        .map(text -> text.replaceAll("CanonicalId\\[value=(.*?)\\]", "$1"))
        .toList();
  }

  @Test
  void shouldGoOnBehindADayThatIsRefused() {
    assertThat(part.request(progress, NOW).address()).hasParameter("date", "2026-06-11");
    progress.advance(part.behindRefusal(progress, NOW).orElseThrow());
    assertThat(part.request(progress, NOW).address()).hasParameter("date", "2026-06-12");
  }

  @Test
  void shouldReadAPaperByItsInnerDates() {
    String more =
        ",\"githubRepo\":\"https://github.com/a/b\",\"githubStars\":7,\"projectPage\":\"javascript:x\"";
    SourceRecord paper =
        understand(list(item("2606.00467", 5, 2, more)), NOW).content().records().getFirst();
    assertThat(paper.paperId().value()).isEqualTo("arxiv:2606.00467");
    assertThat(paper.title()).isEqualTo("Title of 2606.00467 in two lines");
    assertThat(paper.abstractText()).hasValue("About it.");
    assertThat(paper.authors().stream().map(author -> author.name()))
        .containsExactly("Ada Lovelace");
    assertThat(paper.dates().published()).hasValue(Instant.parse("2026-06-11T00:00:00Z"));
    assertThat(paper.links())
        .containsExactly(
            new RecordedLink("abstract", "https://arxiv.org/abs/2606.00467"),
            new RecordedLink("discussion", "https://huggingface.co/papers/2606.00467"),
            new RecordedLink("code", "https://github.com/a/b"));
  }

  @Test
  void shouldReadTheDaysThroughAndBeginAgain() {
    assertThat(part.request(progress, NOW).address())
        .isEqualTo(URI.create("http://hub.example/api/daily_papers?date=2026-06-11&p=0&limit=100"));
    String whole =
        list(
            IntStream.range(0, 100)
                .mapToObj(i -> item("2606.%05d".formatted(i + 1), 0, 0, ""))
                .toArray(String[]::new));
    assertThat(understand(whole, NOW).rest()).isZero();
    assertThat(part.request(progress, NOW).address().getQuery())
        .isEqualTo("date=2026-06-11&p=1&limit=100");
    assertThat(understand(list(), NOW).rest()).isZero();
    assertThat(part.request(progress, NOW).address().getQuery())
        .isEqualTo("date=2026-06-12&p=0&limit=100");
    assertThat(understand(list(), NOW).rest()).isEqualTo(Duration.ofMinutes(30));
    assertThat(part.request(progress, NOW.plus(Duration.ofDays(1))).address().getQuery())
        .isEqualTo("date=2026-06-12&p=0&limit=100");
  }

  @Test
  void shouldTellVotesOnceAndThenTheDifference() {
    // The first look at yesterday's list: what was given until its end.
    assertThat(words(understand(list(item("2606.00467", 5, 2, "")), NOW).content().signals()))
        .containsExactly(
            "arxiv:2606.00467 upvote 5 2026-06-12T00:00:00Z",
            "arxiv:2606.00467 comment 2 2026-06-12T00:00:00Z");
    Instant later = NOW.plusSeconds(60);
    assertThat(words(understand(list(item("2606.00467", 5, 2, "")), later).content().signals()))
        .isEmpty();
    assertThat(words(understand(list(item("2606.00467", 9, 1, "")), later).content().signals()))
        .containsExactly(
            "arxiv:2606.00467 upvote 4 2026-06-12T15:01:00Z",
            "arxiv:2606.00467 comment -1 2026-06-12T15:01:00Z");
  }

  /** The naive reading takes a missing count for zero, and takes the stars back. */
  @Test
  void shouldNotTakeAMissingCountForZero() {
    String stars = ",\"githubStars\":7";
    understand(list(item("2606.00467", 0, 0, stars)), NOW);
    assertThat(words(understand(list(item("2606.00467", 0, 0, "")), NOW).content().signals()))
        .isEmpty();
    assertThat(words(understand(list(item("2606.00467", 0, 0, stars)), NOW).content().signals()))
        .isEmpty();
  }

  private static String stars(String repository, int stars) {
    return item(
        "2606.00467",
        0,
        0,
        ",\"githubRepo\":\"https://github.com/%s\",\"githubStars\":%d"
            .formatted(repository, stars));
  }

  private List<String> signals(String item) {
    return words(understand(list(item), NOW).content().signals());
  }

  /** The naive reading makes the stars of years the attention of a day. */
  @Test
  void shouldBeginToCountStarsWhereARepositoryIsMetFirst() {
    assertThat(signals(stars("a/famous", 20_000))).isEmpty();
    assertThat(signals(stars("a/famous", 20_003)))
        .containsExactly("arxiv:2606.00467 star 3 2026-06-12T15:00:00Z");
    assertThat(signals(stars("b/other", 9_000))).isEmpty();
    assertThat(signals(item("2606.00467", 0, 0, ""))).isEmpty();
    assertThat(signals(stars("b/other", 9_001)))
        .containsExactly("arxiv:2606.00467 star 1 2026-06-12T15:00:00Z");
  }

  @Test
  void shouldBeginToCountStarsThatComeAfterThePaper() {
    understand(list(item("2606.00467", 5, 0, "")), NOW);
    assertThat(signals(stars("a/famous", 20_000).replace("\"upvotes\":0", "\"upvotes\":5")))
        .isEmpty();
  }

  @Test
  void shouldGoOnCountingStarsThatAFormerVersionCounted() {
    progress.advance(
        Map.of(
            Counts.part(new CanonicalId("arxiv:2606.00467")),
            new Position(Map.of("star", "7", "upvote", "0", "comment", "0"))));
    assertThat(signals(stars("a/b", 9)))
        .containsExactly("arxiv:2606.00467 star 2 2026-06-12T15:00:00Z");
    assertThat(signals(stars("c/d", 900))).isEmpty();
  }

  @Test
  void shouldCountAPaperOnceThoughAPageRepeatsIt() {
    String twice = list(item("2606.00467", 5, 0, ""), item("2606.00467", 5, 0, ""));
    assertThat(understand(twice, NOW).content().signals()).hasSize(1);
  }

  @Test
  void shouldSeeAWithdrawal() {
    SourceRecord paper =
        understand(
                list(item("2606.00467", 0, 0, ",\"withdrawnAt\":\"2026-06-12T01:00:00.000Z\"")),
                NOW)
            .content()
            .records()
            .getFirst();
    assertThat(Judgement.of(paper, Optional.empty()).verdict()).isEqualTo(Verdict.WITHDRAWN);
  }

  @Test
  void shouldRejectAnItemAndTakeTheOthers() {
    Reading.Content content =
        understand(list(item("what?", 5, 0, ""), item("2606.00467", 0, 0, ""), "7"), NOW).content();
    assertThat(content.records()).hasSize(1);
    assertThat(content.signals()).isEmpty();
    assertThat(content.rejects().stream().map(reject -> reject.reason()))
        .containsExactly("item 1: no arXiv id in 'paper.id'", "item 3: no arXiv id in 'paper.id'");
    assertThat(content.rejects().getLast().raw().text()).hasValue("7");
    assertThat(content.rejects().getFirst().place().item()).hasValue("what?");
  }

  @Test
  void shouldSayWhenNewsCame() {
    assertThat(part.newsAt(progress)).isEmpty();
    understand(list(item("2606.00467", 0, 0, "")), NOW);
    assertThat(part.newsAt(progress)).hasValue(NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html></html>",
        "{\"error\":\"Too many requests\"}",
        "null",
        "[{\"paper\":",
        "{\"items\":[]}"
      })
  void shouldPublishNothingOfWhatIsNoList(String answer) {
    assertThat(read(answer, NOW)).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void shouldTakeAListWithoutAPaperAsItIsAtLast() {
    assertThat(read("[{}]", NOW)).isInstanceOf(Reading.NothingLegible.class);
    Reading.NothingLegible reading = (Reading.NothingLegible) read("[1,2]", NOW);
    assertThat(reading.asItIs().content().rejects()).hasSize(2);
    progress.advance(reading.asItIs().advances());
    assertThat(part.request(progress, NOW).address().getQuery())
        .isEqualTo("date=2026-06-12&p=0&limit=100");
  }

  @Test
  void shouldPassOverAPageThatStaysBroken() {
    RawBytes broken = RawBytes.of("oops".getBytes(UTF_8));
    progress.advance(part.beyond(broken, progress, NOW).orElseThrow());
    assertThat(part.request(progress, NOW).address().getQuery())
        .isEqualTo("date=2026-06-12&p=0&limit=100");
  }
}
