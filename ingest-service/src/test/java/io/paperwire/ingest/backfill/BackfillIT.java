package io.paperwire.ingest.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.paperwire.embedded.Backend;
import io.paperwire.ingest.IngestService;
import io.paperwire.ingest.Topics;
import io.paperwire.ingest.source.Period;
import io.paperwire.ingest.source.arxivoai.OaiPages;
import io.paperwire.ingest.source.arxivoai.OaiPages.Rec;
import io.paperwire.ingest.upstream.ScriptedUpstream;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A month of arXiv from a server that throttles, cuts answers off, and forgets its tokens. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY})
final class BackfillIT {

  private static final String PREFIX = "backfill-";
  private static final String FIRST = "Thu, 1 Jan 2026 12:00:00 GMT";
  private static final String LATER = "Tue, 20 Jan 2026 12:00:00 GMT";
  private static final Period JANUARY =
      new Period(LocalDate.parse("2026-01-01"), Optional.of(LocalDate.parse("2026-01-31")));

  @AutoClose
  @SuppressWarnings("NullAway.Init") // set by each test
  private Topics topics;

  private final List<String> lines = new ArrayList<>();

  private final Screen screen =
      new Screen() {
        @Override
        public void progress(String line) {
          lines.add(line);
        }

        @Override
        public void say(String line) {
          lines.add(line);
        }
      };

  private static Map<String, Object> settings(Backends backends, ScriptedUpstream upstream) {
    Map<String, Object> settings = new HashMap<>(IngestService.settings(backends, PREFIX));
    settings.put("paperwire.ingest.instance", "backfill");
    settings.put("paperwire.ingest.arxiv-oai.enabled", true);
    settings.put("paperwire.ingest.arxiv-oai.base-url", upstream.url() + "/oai");
    settings.put("paperwire.ingest.arxiv.request-interval", "20ms");
    settings.put("paperwire.ingest.upstream.timeout", "3s");
    settings.put("paperwire.ingest.upstream.contact", "mailto:tests@example.org");
    settings.put("paperwire.ingest.upstream.private-hosts", upstream.hostAndPort());
    return settings;
  }

  private int run(Backends backends, ScriptedUpstream upstream, String source, boolean dryRun) {
    try (ApplicationContext context = ApplicationContext.run(settings(backends, upstream))) {
      return BackfillCommand.run(context, new BackfillOrder(source, JANUARY, dryRun), screen);
    }
  }

  @Test
  void shouldReadAMonthOnceThroughWhateverTheServerDoes(Backends backends) throws IOException {
    String one = OaiPages.page(OaiPages.records(Rec.of("2601.00001", FIRST)), "t1");
    String two =
        OaiPages.page(
            OaiPages.deleted("2601.00009")
                + OaiPages.records(
                    Rec.of("2601.00001", FIRST),
                    Rec.of("0704.0001", "Mon, 2 Apr 2007 10:00:00 GMT")),
            "t2");
    String three =
        OaiPages.last(
            Rec.of("2601.00002", FIRST, LATER, "Mon, 2 Mar 2026 10:00:00 GMT"),
            Rec.of("2603.00004", "Mon, 2 Mar 2026 10:00:00 GMT"),
            Rec.of("2512.00003", "Mon, 1 Dec 2025 10:00:00 GMT", LATER));
    String list = "/oai?verb=ListRecords&metadataPrefix=arXivRaw&from=2026-01-01";
    try (ScriptedUpstream upstream = new ScriptedUpstream()) {
      upstream.answer(list, Answer.of(503, Map.of("Retry-After", "1")), Answer.ok(one));
      upstream.answer(
          "/oai?verb=ListRecords&resumptionToken=t1",
          Answer.dying(two, two.length() / 2),
          Answer.ok(two.substring(0, two.length() / 2)),
          Answer.ok(OaiPages.error("badResumptionToken")),
          Answer.ok(two));
      upstream.answer("/oai?verb=ListRecords&resumptionToken=t2", Answer.ok(three));
      assertThat(run(backends, upstream, "arxiv-oai", true)).isZero();
      assertThat(lines.getLast())
          .isEqualTo(
              "all of 2026-01-01 to 2026-01-31 has been read: 6 papers, 2 announced, 1 fault");
      assertThat(run(backends, upstream, "arxiv-oai", false)).isZero();
      assertThat(run(backends, upstream, "arxiv-oai", false)).isZero();
    }
    topics = Topics.of(backends, PREFIX);
    assertThat(topics.events().stream().map(event -> event.getPaperId() + " " + event.getKind()))
        .containsExactlyInAnyOrder(
            "arxiv:2601.00001 ANNOUNCED", "arxiv:2601.00002 ANNOUNCED", "arxiv:2512.00003 REVISED");
    assertThat(topics.status("arxiv-oai").orElseThrow()).contains("\"announced\":0,\"seen\":4");
    assertThat(topics.backlogMarks()).containsExactly(true, true, true);
    assertThat(lines).anyMatch(line -> line.contains("5 papers, 0 announced"));
  }

  @Test
  void shouldEndWhereTheServerRefusesAndSayWhatIsMissing(Backends backends) throws IOException {
    String address = "/oai?verb=ListRecords&metadataPrefix=arXivRaw&from=2026-01-01";
    try (ScriptedUpstream upstream = new ScriptedUpstream()) {
      upstream.answerAll(Answer.of(404, "gone"));
      assertThat(run(backends, upstream, "arxiv-oai", false)).isOne();
      assertThat(lines)
          .containsExactly(
              "not all of 2026-01-01 to 2026-01-31 has been read: 0 papers, 0 announced, 0 faults",
              "missing: all 2026-01-01 to 2026-01-31: HTTP 404 for "
                  + upstream.url()
                  + address
                  + " (nothing is there: see whether the address in the settings still holds),"
                  + " after 3 tries",
              "once that is mended, run the same command again to read what is missing");
    }
    topics = Topics.of(backends, PREFIX);
    assertThat(topics.status("arxiv-oai").orElseThrow()).contains("\"broken\"", "HTTP 404 for");
  }

  @Test
  void shouldSayWhatCannotBeRead(Backends backends) throws IOException {
    try (ScriptedUpstream upstream = new ScriptedUpstream()) {
      assertThat(run(backends, upstream, "nature", false)).isEqualTo(2);
      assertThat(run(backends, upstream, "crossref", false)).isEqualTo(2);
      assertThat(lines)
          .containsExactly(
              "there is no source 'nature' whose past can be read, only arxiv-oai, arxiv-api,"
                  + " biorxiv, openalex, crossref, pubmed",
              "the source 'crossref' is not switched on: set"
                  + " PAPERWIRE_INGEST_CROSSREF_ENABLED=true and what else docs/ingest.md names for"
                  + " it");
    }
  }
}
