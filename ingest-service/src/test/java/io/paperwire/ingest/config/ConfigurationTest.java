package io.paperwire.ingest.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.source.Source;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationTest {

  private static final String SHA256 = "ab".repeat(32);

  @Test
  void shouldHaveDefaults() {
    try (ApplicationContext context = ApplicationContext.run()) {
      assertThat(context.getBean(IngestConfiguration.class))
          .isEqualTo(new IngestConfiguration("", 4, Duration.ofSeconds(30)));
      assertThat(context.getBean(SubmissionConfiguration.class).keys().isEmpty()).isTrue();
      assertThat(context.getBean(LimitsConfiguration.class).limits())
          .isEqualTo(new PaperLimits(1000, 50_000, 5000, 100, 50));
      assertThat(context.containsBean(FilesConfiguration.class)).isFalse();
      assertThat(context.containsBean(ArxivFeedConfiguration.class)).isFalse();
    }
  }

  @Test
  void shouldNotTakeTheDefaultForAValueThatCannotBeRead() {
    assertThatThrownBy(
            () -> ApplicationContext.run(Map.of("paperwire.ingest.upstream.timeout", "fast")))
        .hasStackTraceContaining("paperwire.ingest.upstream.timeout cannot be 'fast'");

    try (ApplicationContext context =
        ApplicationContext.run(Map.of("paperwire.ingest.upstream.timeout", ""))) {
      assertThat(context.getBean(UpstreamConfiguration.class).timeout())
          .isEqualTo(Duration.ofMinutes(1));
    }
  }

  @Test
  void shouldReadEveryKey() {
    Map<String, Object> properties =
        Map.ofEntries(
            Map.entry("paperwire.ingest.instance", "one"),
            Map.entry("paperwire.ingest.state-partitions", "7"),
            Map.entry("paperwire.ingest.takeover-after", "1m"),
            Map.entry("paperwire.ingest.api-keys", SHA256 + "," + SHA256),
            Map.entry("paperwire.ingest.limits.title-characters", "1"),
            Map.entry("paperwire.ingest.limits.abstract-characters", "2"),
            Map.entry("paperwire.ingest.limits.authors", "3"),
            Map.entry("paperwire.ingest.limits.author-characters", "4"),
            Map.entry("paperwire.ingest.limits.categories", "5"),
            Map.entry("paperwire.ingest.files.folder", "/data/in"),
            Map.entry("paperwire.ingest.files.rejected", "/data/out"),
            Map.entry("paperwire.ingest.files.settle", "1s"),
            Map.entry("paperwire.ingest.files.unfinished-after", "2s"),
            Map.entry("paperwire.ingest.files.page-lines", "3"),
            Map.entry("paperwire.ingest.files.max-line-bytes", "4"),
            Map.entry("paperwire.ingest.arxiv-feed.enabled", "true"),
            Map.entry("paperwire.ingest.arxiv-feed.categories", "cs.CL,hep-th"),
            Map.entry("paperwire.ingest.arxiv-feed.base-url", "http://feeds"),
            Map.entry("paperwire.ingest.arxiv-feed.format", "atom"),
            Map.entry("paperwire.ingest.arxiv-feed.poll-interval", "5m"),
            Map.entry("paperwire.ingest.arxiv.request-interval", "6s"),
            Map.entry("paperwire.ingest.arxiv.holidays", "2026-12-31"),
            Map.entry("paperwire.ingest.arxiv-oai.enabled", "true"),
            Map.entry("paperwire.ingest.arxiv-oai.sets", "cs:cs:CL,physics"),
            Map.entry("paperwire.ingest.arxiv-oai.base-url", "http://oai"),
            Map.entry("paperwire.ingest.arxiv-oai.poll-interval", "3h"),
            Map.entry("paperwire.ingest.arxiv-oai.lookback", "2d"),
            Map.entry("paperwire.ingest.upstream.contact", "mailto:a@b.c"),
            Map.entry("paperwire.ingest.upstream.timeout", "7s"),
            Map.entry("paperwire.ingest.upstream.max-bytes", "8"),
            Map.entry("paperwire.ingest.upstream.private-hosts", "a:1,b:2"));
    try (ApplicationContext context = ApplicationContext.run(properties)) {
      assertThat(context.getBean(IngestConfiguration.class))
          .isEqualTo(new IngestConfiguration("one", 7, Duration.ofMinutes(1)));
      assertThat(context.getBean(SubmissionConfiguration.class).apiKeys())
          .containsExactly(SHA256, SHA256);
      assertThat(context.getBean(LimitsConfiguration.class).limits())
          .isEqualTo(new PaperLimits(1, 2, 3, 4, 5));
      assertThat(context.getBean(FilesConfiguration.class))
          .isEqualTo(
              new FilesConfiguration(
                  Path.of("/data/in"),
                  "/data/out",
                  Duration.ofSeconds(1),
                  Duration.ofSeconds(2),
                  3,
                  4));
      assertThat(context.getBean(ArxivFeedConfiguration.class))
          .isEqualTo(
              new ArxivFeedConfiguration(
                  List.of("cs.CL", "hep-th"),
                  URI.create("http://feeds"),
                  ArxivFeedConfiguration.Format.ATOM,
                  Duration.ofMinutes(5)));
      ArxivConfiguration arxiv = context.getBean(ArxivConfiguration.class);
      assertThat(arxiv)
          .isEqualTo(new ArxivConfiguration(Duration.ofSeconds(6), List.of("2026-12-31")));
      assertThat(arxiv.furtherHolidays()).containsExactly(LocalDate.parse("2026-12-31"));
      assertThat(context.getBean(ArxivOaiConfiguration.class))
          .isEqualTo(
              new ArxivOaiConfiguration(
                  List.of("cs:cs:CL", "physics"),
                  URI.create("http://oai"),
                  ArxivOaiConfiguration.Format.RAW,
                  Duration.ofHours(3),
                  Duration.ofDays(2)));
      assertThat(context.getBean(UpstreamConfiguration.class))
          .isEqualTo(
              new UpstreamConfiguration(
                  "mailto:a@b.c", Duration.ofSeconds(7), 8, List.of("a:1", "b:2"), true));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "paperwire.ingest.arxiv-feed.categories, '', paperwire.ingest.arxiv-feed.categories is empty",
    "paperwire.ingest.arxiv-feed.categories, 'cs.CL,x y', 'which is no category such as cs.CL'",
    "paperwire.ingest.upstream.contact, '', paperwire.ingest.upstream.contact is empty",
    "paperwire.ingest.upstream.contact, 'Zoë', 'contact must be plain ASCII'",
    "paperwire.ingest.arxiv.holidays, 'tomorrow', 'which is no date such as 2026-12-31'",
    "paperwire.ingest.takeover-after, 900ms, 'takeover-after must be at least 1s'",
    "paperwire.ingest.upstream.timeout, 0s, 'timeout must be positive'",
    "paperwire.ingest.upstream.max-bytes, 0, 'max-bytes must be at least 1'",
    "paperwire.ingest.upstream.private-hosts, 'http://x', 'which is no host with port'",
    "paperwire.ingest.arxiv-feed.base-url, 'ftp://x', paperwire.ingest.arxiv-feed.base-url is no"
        + " http address",
  })
  void shouldNameTheKeyThatCannotWork(String key, String value, String message) {
    Map<String, Object> properties =
        new HashMap<>(
            Map.of(
                "paperwire.ingest.arxiv-feed.enabled", "true",
                "paperwire.ingest.arxiv-feed.categories", "cs.CL",
                "paperwire.ingest.upstream.contact", "mailto:a@b.c"));
    properties.put(key, value);
    try (ApplicationContext context = ApplicationContext.run(properties)) {
      assertThatThrownBy(() -> context.getBean(Source.class))
          .rootCause()
          .hasMessageContaining(message);
    }
  }

  @Test
  void shouldRefuseKeysThatAreNoHashes() {
    assertThatThrownBy(() -> new SubmissionConfiguration(List.of(SHA256, "secret")))
        .hasMessageStartingWith("paperwire.ingest.api-keys, entry 2, is no SHA-256")
        .hasMessageNotContaining("secret");
  }
}
