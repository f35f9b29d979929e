package io.paperwire.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.paperwire.ingest.source.Source;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each source is off until it is switched on, and says what it lacks. */
final class SourceConfigurationTest {

  private static final String[] SWITCHES = {
    "arxiv-feed",
    "arxiv-oai",
    "hugging-face",
    "biorxiv",
    "openalex",
    "crossref",
    "semantic-scholar",
    "feeds",
    "arxiv-api",
    "pubmed"
  };

  private static Map<String, Object> needed() {
    Map<String, Object> needed = new HashMap<>();
    needed.put("paperwire.ingest.upstream.contact", "mailto:a@b.c");
    needed.put("paperwire.ingest.arxiv-feed.categories", "cs.CL");
    needed.put("paperwire.ingest.feeds.urls", "https://example.org/feed");
    needed.put("paperwire.ingest.arxiv-api.categories", "cs.CL");
    needed.put("paperwire.ingest.openalex.filter", "type:preprint");
    needed.put("paperwire.ingest.semantic-scholar.query", "bert");
    needed.put("paperwire.ingest.pubmed.query", "water[mesh]");
    return needed;
  }

  @Test
  void shouldReadNothingThatIsNotSwitchedOn() {
    try (ApplicationContext context = ApplicationContext.run(needed())) {
      assertThat(context.getBeansOfType(Source.class)).isEmpty();
    }
  }

  @Test
  void shouldReadAllThatIsSwitchedOn() {
    Map<String, Object> properties = needed();
    for (String source : SWITCHES) {
      properties.put("paperwire.ingest." + source + ".enabled", "true");
    }
    try (ApplicationContext context = ApplicationContext.run(properties)) {
      assertThat(context.getBeansOfType(Source.class).stream().map(Source::name))
          .containsExactlyInAnyOrder(SWITCHES);
      assertThat(context.getBean(HuggingFaceConfiguration.class))
          .isEqualTo(
              new HuggingFaceConfiguration(
                  URI.create("https://huggingface.co"),
                  Duration.ofMinutes(30),
                  7,
                  Duration.ofSeconds(1)));
      assertThat(context.getBean(BiorxivConfiguration.class))
          .isEqualTo(
              new BiorxivConfiguration(
                  List.of("biorxiv", "medrxiv"),
                  URI.create("https://api.biorxiv.org"),
                  Duration.ofHours(2),
                  Duration.ofSeconds(2),
                  Duration.ofDays(3)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "biorxiv, servers, chemrxiv, 'must name biorxiv, medrxiv or both'",
    "biorxiv, poll-interval, 0s, 'poll-interval and request-interval must be positive'",
    "openalex, filter, '', 'filter is empty: name one'",
    "openalex, date, tomorrow, 'must be publication or created'",
    "crossref, base-url, 'file:///x', 'is no http address'",
    "semantic-scholar, query, '', 'query is empty: say which papers'",
    "pubmed, query, '', 'query is empty: say which articles'",
    "pubmed, request-interval, -1s, 'poll-interval and request-interval must be positive'",
    "hugging-face, days, 0, 'days must be at least 1'",
    "arxiv-api, categories, 'c s', 'must name some such as cs.CL'",
    "feeds, urls, '', 'urls is empty: name at least one feed'",
    "arxiv-oai, sets, 'cs cs', 'which is no set such as cs:cs:CL'",
  })
  void shouldNameTheKeyThatCannotWork(String source, String key, String value, String message) {
    String prefix = "paperwire.ingest." + source + ".";
    Map<String, Object> properties = needed();
    properties.put(prefix + "enabled", "true");
    properties.put(prefix + key, value);
    try (ApplicationContext context = ApplicationContext.run(properties)) {
      assertThatThrownBy(() -> context.getBean(Source.class))
          .rootCause()
          .hasMessageStartingWith(prefix)
          .hasMessageContaining(message);
    }
  }
}
