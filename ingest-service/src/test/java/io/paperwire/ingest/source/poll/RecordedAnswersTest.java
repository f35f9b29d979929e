package io.paperwire.ingest.source.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.micronaut.context.ApplicationContext;
import io.paperwire.ingest.source.Page;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.upstream.ScriptedUpstream;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real answers that were recorded, where {@code PAPERWIRE_RECORDED_ANSWERS} names a folder of them;
 * skipped where it does not. They are not part of the project.
 */
final class RecordedAnswersTest {

  @ParameterizedTest
  @CsvSource({
    "arxiv-feed, arxiv_rss/arxiv_atom_full_2025-08-20.xml, <entry>",
    "hugging-face, huggingface/hf_daily_papers.json, '\"submittedOnDailyAt\":'",
    "openalex, openalex/openalex_works.json, '\"abstract_inverted_index\":'",
  })
  void shouldReadEveryItem(String name, String file, String mark) throws Exception {
    Optional<Path> folder =
        Optional.ofNullable(System.getenv("PAPERWIRE_RECORDED_ANSWERS")).map(Path::of);
    assumeThat(folder).isPresent();
    byte[] answer = Files.readAllBytes(folder.orElseThrow().resolve(file));
    long items = Pattern.compile(mark).matcher(new String(answer, UTF_8)).results().count();
    try (ScriptedUpstream upstream = new ScriptedUpstream();
        ApplicationContext context = ApplicationContext.run(settings(name, upstream))) {
      upstream.answerAll(Answer.ok(answer));
      try (PageReader reader = context.getBean(Source.class).open(Positions.none())) {
        Page page = reader.next(Duration.ofSeconds(10)).orElseThrow();
        assertThat(page.quarantined()).isEmpty();
        assertThat(page.rejects()).isEmpty();
        assertThat(page.records()).hasSize((int) items);
        assertThat(page.records()).allSatisfy(paper -> assertThat(paper.authors()).isNotEmpty());
      }
    }
  }

  private static Map<String, Object> settings(String source, ScriptedUpstream upstream) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("paperwire.ingest." + source + ".enabled", true);
    settings.put("paperwire.ingest." + source + ".base-url", upstream.url());
    settings.put("paperwire.ingest.arxiv-feed.categories", "cs.CL");
    settings.put("paperwire.ingest.openalex.filter", "type:preprint");
    settings.put("paperwire.ingest.upstream.shared", false);
    settings.put("paperwire.ingest.upstream.contact", "mailto:tests@example.org");
    settings.put("paperwire.ingest.upstream.private-hosts", upstream.hostAndPort());
    return settings;
  }
}
