package io.paperwire.ingest.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.record.SourceRecord;
import io.paperwire.ingest.record.SourceRecord.Announcement;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.poll.Dialogue;
import io.paperwire.ingest.source.poll.Reading;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SyndicationPartTest {

  private final Dialogue dialogue =
      new Dialogue(
          new SyndicationPart(
              URI.create("http://journal.example/feed"),
              new SyndicationItems(PaperLimits.STANDARD),
              Duration.ofHours(1),
              Duration.ofDays(7)),
          Instant.parse("2026-07-02T12:00:00Z"));

  private static String rss(String items) {
    return """
    <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <title>A journal</title><link>http://journal.example</link><description>x</description>%s
    </channel></rss>
    """
        .formatted(items);
  }

  private static String item(String guid, String more) {
    return """
    <item><title>A &lt;i&gt;title&lt;/i&gt;</title><link>http://journal.example/1</link>
    <guid isPermaLink="false">%s</guid><description>&lt;p&gt;Text of H&lt;sub&gt;2&lt;/sub&gt;O.&lt;/p&gt;</description>%s</item>
    """
        .formatted(guid, more);
  }

  @Test
  void shouldReadRss() {
    SourceRecord paper =
        dialogue.paper(
            rss(
                item(
                    "10.1234/ABC",
                    "<dc:creator>Ada Lovelace, Alan"
                        + " Turing</dc:creator><category>Chemistry</category><pubDate>Wed, 01 Jul"
                        + " 2026 10:00:00 GMT</pubDate>")));
    assertThat(paper.paperId().value()).isEqualTo("doi:10.1234/abc");
    assertThat(paper.title()).isEqualTo("A title");
    assertThat(paper.abstractText()).hasValue("Text of H₂O.");
    assertThat(paper.authors())
        .containsExactly(RecordedAuthor.named("Ada Lovelace"), RecordedAuthor.named("Alan Turing"));
    assertThat(paper.categories()).containsExactly("Chemistry");
    assertThat(paper.dates().published()).hasValue(Instant.parse("2026-07-01T10:00:00Z"));
    assertThat(paper.announcement()).isEqualTo(Announcement.NEW);
    assertThat(paper.links().getFirst().url()).isEqualTo("http://journal.example/1");
  }

  /** The JDK's parser counts each of them as an entity, and has limits for these. */
  @Test
  void shouldReadAFeedWithWholeArticlesOfEscapedHtml() {
    String article = "&lt;p&gt;Text &amp;amp; more.&lt;/p&gt;".repeat(40_000);
    SourceRecord paper =
        dialogue.paper(rss(item("10.1234/ABC", "<content>" + article + "</content>")));
    assertThat(paper.title()).isEqualTo("A title");
  }

  @Test
  void shouldReadAtom() {
    SourceRecord paper =
        dialogue.paper(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>A lab</title><id>urn:x</id>
            <updated>2026-07-01T10:00:00Z</updated><entry><id>http://arxiv.org/abs/2606.00467v2</id>
            <title>A title</title><updated>2026-07-01T10:00:00Z</updated>
            <author><name>Ada Lovelace</name></author><author><name>Turing, Alan</name></author>
            <link href="http://lab.example/1"/><summary>Text.</summary></entry></feed>
            """);
    assertThat(paper.paperId().value()).isEqualTo("arxiv:2606.00467");
    assertThat(paper.version()).hasValue(2);
    assertThat(paper.authors())
        .containsExactly(RecordedAuthor.named("Ada Lovelace"), RecordedAuthor.named("Alan Turing"));
  }

  @Test
  void shouldTellOldItemsFromNewOnesAndTakeThoseWithoutADate() {
    Reading.Content content =
        dialogue
            .understand(
                rss(item("a", "<pubDate>Wed, 01 Jan 2025 10:00:00 GMT</pubDate>") + item("b", "")))
            .content();
    assertThat(content.records().stream().map(SourceRecord::announcement))
        .containsExactly(Announcement.STANDING, Announcement.UNSAID);
    assertThat(content.records().getFirst().paperId().value()).isEqualTo("feed:a");
  }

  /** The naive reading waits for a date that was announced, and seems late until then. */
  @Test
  void shouldNotTakeADateToComeForTheNewest() {
    String planned = item("a", "<pubDate>Fri, 01 Jan 2027 10:00:00 GMT</pubDate>");
    dialogue.understand(rss(planned));
    assertThat(dialogue.newsAt()).isEmpty();
    dialogue.pass(Duration.ofHours(1));
    dialogue.understand(
        rss(planned + item("b", "<pubDate>Wed, 01 Jul 2026 10:00:00 GMT</pubDate>")));
    assertThat(dialogue.newsAt()).hasValue(Instant.parse("2026-07-02T13:00:00Z"));
  }

  @Test
  void shouldRejectAnItemAndTakeTheOthers() {
    Reading.Content content =
        dialogue
            .understand(rss("<item><description>no title</description></item>" + item("b", "")))
            .content();
    assertThat(content.records()).hasSize(1);
    assertThat(content.rejects()).hasSize(1);
  }

  /** Its format may have changed: the naive reading has it for read, and for faulty for ever. */
  @Test
  void shouldHaveAFeedForUnreadWhereNoneOfItsItemsIsLegible() {
    String untitled = "<item><description>no title</description></item>";
    assertThat(dialogue.read(rss(untitled + untitled)))
        .isInstanceOfSatisfying(
            Reading.NothingLegible.class,
            reading -> assertThat(reading.asItIs().content().rejects()).hasSize(2));
    assertThat(dialogue.read(rss(untitled))).isInstanceOf(Reading.Understood.class);
    assertThat(dialogue.read(rss(""))).isInstanceOf(Reading.Understood.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "<html><body>Not found</body></html>",
        "<rss version=\"2.0\"><channel>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss version='2.0'><channel/></rss>"
      })
  void shouldPublishNothingOfWhatIsNoFeed(String answer) {
    assertThat(dialogue.read(answer)).isInstanceOf(Reading.Unreadable.class);
  }
}
