package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What holds for all sources that ask arXiv: its feeds, its OAI server, its API.
 *
 * @param requestInterval least time between any two requests; arXiv asks for 3 seconds
 * @param holidays dates, US Eastern, on whose evenings arXiv announces nothing, beside the fixed
 *     holidays of the United States
 */
@ConfigurationProperties("paperwire.ingest.arxiv")
public record ArxivConfiguration(
    @Bindable(defaultValue = "3s") Duration requestInterval,
    @Bindable(defaultValue = "") List<String> holidays) {

  private static final String PREFIX = "paperwire.ingest.arxiv.";

  public ArxivConfiguration {
    holidays = holidays.stream().map(String::strip).filter(day -> !day.isEmpty()).toList();
    if (!requestInterval.isPositive()) {
      throw new IllegalArgumentException(
          PREFIX + "request-interval must be positive, not " + requestInterval);
    }
    for (String day : holidays) {
      try {
        LocalDate.parse(day);
      } catch (DateTimeException _) {
        throw new IllegalArgumentException(
            PREFIX + "holidays names '" + day + "', which is no date such as 2026-12-31");
      }
    }
  }

  /** The holidays as dates. */
  public Set<LocalDate> furtherHolidays() {
    return holidays.stream().map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
  }
}
