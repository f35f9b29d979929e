package io.paperwire.ingest.source.arxivfeed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.RejectedInput;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.record.SourceRecord.RecordedLink;
import io.paperwire.ingest.source.arxivfeed.Feeds.Item;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedParserTest {

  private static final FeedParser PARSER =
      new FeedParser(new PaperLimits(1000, 50_000, 100, 100, 50));

  private static FeedParser.Outcome parse(String xml) {
    return PARSER.parse(RawBytes.of(xml.getBytes(UTF_8)), "http://feeds/rss/cs.CL");
  }

  private static FeedParser.Feed feed(String xml) {
    return switch (parse(xml)) {
      case FeedParser.Feed feed -> feed;
      case FeedParser.ErrorFeed error -> throw new AssertionError(error);
      case FeedParser.Unreadable unreadable -> throw new AssertionError(unreadable);
    };
  }

  private static final Item NEW =
      Item.of("2601.20001v1", "new")
          .title("Fran\\c{c}ois &amp;amp; $\\mathcal{O}(n)$ {BERT}s")
          .creator("J\\\"org Roe (Dept. of X, MIT), Bo Du")
          .xml(
              "<arxiv:DOI>10.1234/ABC</arxiv:DOI>"
                  + "<arxiv:journal_reference>J. Tests 7 (2026)</arxiv:journal_reference>");

  @Test
  void shouldReadRssAndAtomAlike() {
    SourceRecord rss = feed(Feeds.rss(NEW)).records().getFirst();
    assertThat(feed(Feeds.atom(NEW)).records()).containsExactly(rss);
    assertThat(rss.paperId().value()).isEqualTo("arxiv:2601.20001");
    assertThat(rss.sourceKey()).isEqualTo("2601.20001");
    assertThat(rss.version()).isEqualTo(OptionalInt.of(1));
    assertThat(rss.announcement()).isEqualTo(Announcement.NEW);
    assertThat(rss.title()).isEqualTo("François & $\\mathcal{O}(n)$ BERTs");
    assertThat(rss.abstractText()).hasValue("About 2601.20001 & $x < y$.");
    assertThat(rss.authors())
        .containsExactly(
            new RecordedAuthor("Jörg Roe", Optional.of("Dept. of X, MIT")),
            RecordedAuthor.named("Bo Du"));
    assertThat(rss.categories()).containsExactly("cs.CL", "cs.AI");
    assertThat(rss.publication().doi()).hasValue("10.1234/abc");
    assertThat(rss.publication().journalRef()).hasValue("J. Tests 7 (2026)");
    assertThat(rss.publication().license()).hasValue("http://creativecommons.org/licenses/by/4.0/");
    assertThat(rss.links())
        .containsExactly(new RecordedLink("abstract", "https://arxiv.org/abs/2601.20001"));
  }

  @Test
  void shouldNotTakeTheFeedsClockForTheDateOfThePaper() {
    SourceRecord record = feed(Feeds.rss(NEW)).records().getFirst();
    assertThat(record.dates().published()).isEmpty();
    assertThat(record.dates().updated()).isEmpty();
  }

  @Test
  void shouldTellWhatKindOfNewsAnItemIs() {
    FeedParser.Feed feed =
        feed(
            Feeds.rss(
                Item.of("2601.20001v1", "new"),
                Item.of("2601.20090v1", "cross"),
                Item.of("2601.08000v1", "cross"),
                Item.of("2601.20050v2", "cross"),
                Item.of("2512.00001v10", "replace"),
                Item.of("hep-th/9901001v3", "replace-cross"),
                Item.of("hep-th/9901002v1", "cross")));
    assertThat(feed.records().stream().map(SourceRecord::announcement))
        .containsExactly(
            Announcement.NEW,
            Announcement.CROSS_OF_NEW,
            Announcement.CROSS_OF_OLD,
            Announcement.CROSS_OF_OLD,
            Announcement.REPLACEMENT,
            Announcement.REPLACEMENT,
            Announcement.CROSS_OF_OLD);
    assertThat(feed.records().get(4).version()).isEqualTo(OptionalInt.of(10));
    assertThat(feed.highestNewId()).isEqualTo(260_120_001L);
  }

  @Test
  void shouldRejectSingleItemsAndKeepTheOthers() {
    FeedParser.Feed feed =
        feed(
            Feeds.rss(
                Item.of("2601.20001v1", "new"),
                Item.of("2601.20002v1", "surprise"),
                Item.of("2601.20003v1", "new").title(" "),
                Item.of("nonsense", "new")));
    assertThat(feed.records()).hasSize(1);
    assertThat(feed.rejects().stream().map(RejectedInput::reason))
        .containsExactly(
            "item 2: the announce type 'surprise' is not known",
            "item 3: the title is empty",
            "item 4: no arXiv id in 'oai:arXiv.org:nonsense'");
    assertThat(feed.rejects().getFirst().raw().text().orElseThrow())
        .contains("oai:arXiv.org:2601.20002v1");
  }

  @Test
  void shouldTakeAnEmptyFeedForWhatItIs() {
    assertThat(feed(Feeds.rss()).items()).isZero();
    assertThat(feed(Feeds.atom()).items()).isZero();
  }

  @Test
  void shouldSeeAnErrorFeed() {
    assertThat(parse(Feeds.rssTitled("Feed error for query: cs.NIX", Item.of("x", "new"))))
        .isEqualTo(new FeedParser.ErrorFeed("Feed error for query: cs.NIX"));
  }

  @Test
  void shouldUseNothingOfAnAnswerThatIsCutOff() {
    String whole = Feeds.rss(NEW, NEW, NEW).strip();
    for (int length = 0; length < whole.length(); length += 7) {
      assertThat(parse(whole.substring(0, length))).isInstanceOf(FeedParser.Unreadable.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><p>Service unavailable</p></body></html>",
        "<!DOCTYPE html><html></html>",
        "{\"error\":\"no\"}",
        "<rss version='2.0'></rss>",
        "<!DOCTYPE r [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><rss><channel>&b;</channel></rss>",
        "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel>&x;</channel></rss>",
        "<?xml version='1.0' encoding='no-such'?><rss><channel/></rss>",
      })
  void shouldUseNothingOfWhatIsNoFeed(String answer) {
    assertThat(parse(answer)).isInstanceOf(FeedParser.Unreadable.class);
  }

  @Test
  void shouldNotUnfoldAnEntityBomb() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 \"lol\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
    }
    bomb.append("]><rss><channel><title>&e29;</title></channel></rss>");
    assertThat(parse(bomb.toString())).isInstanceOf(FeedParser.Unreadable.class);
  }
}
