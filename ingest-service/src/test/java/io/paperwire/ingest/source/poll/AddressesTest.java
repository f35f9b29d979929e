package io.paperwire.ingest.source.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.upstream.ScriptedUpstream;
import io.paperwire.ingest.upstream.ScriptedUpstream.Answer;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What upstreams are asked where people write figures in another way: 200 is ۲۰۰ in Persian. */
@Isolated("changes the locale of all")
final class AddressesTest {

  private final Locale before = Locale.getDefault();

  @BeforeEach
  void speakPersian() {
    Locale.setDefault(Locale.of("fa", "IR"));
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arxiv-feed",
        "arxiv-oai",
        "hugging-face",
        "biorxiv",
        "openalex",
        "crossref",
        "semantic-scholar",
        "arxiv-api",
        "pubmed"
      })
  void shouldHaveTheFiguresOfUpstreams(String name) throws Exception {
    try (ScriptedUpstream upstream = new ScriptedUpstream();
        ApplicationContext context = ApplicationContext.run(MutationTest.settings(name, upstream));
        PageReader reader = context.getBean(Source.class).open(Positions.none())) {
      upstream.answerAll(Answer.ok(""));
      var _ = reader.next(Duration.ofSeconds(10));
      assertThat(upstream.log().getFirst().target()).matches("\\p{ASCII}+").doesNotContain("%D");
    }
  }
}
