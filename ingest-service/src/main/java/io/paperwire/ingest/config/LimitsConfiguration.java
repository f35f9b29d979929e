package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.paperwire.ingest.format.PaperLimits;

/**
 * How large the parts of a paper may be.
 *
 * @param titleCharacters of the title
 * @param abstractCharacters of the abstract
 * @param authors how many authors
 * @param authorCharacters of one author's name
 * @param categories how many categories
 */
@ConfigurationProperties("paperwire.ingest.limits")
public record LimitsConfiguration(
    @Bindable(defaultValue = "1000") int titleCharacters,
    @Bindable(defaultValue = "50000") int abstractCharacters,
    @Bindable(defaultValue = "5000") int authors,
    @Bindable(defaultValue = "100") int authorCharacters,
    @Bindable(defaultValue = "50") int categories) {

  /** The same, checked. */
  public PaperLimits limits() {
    return new PaperLimits(
        titleCharacters, abstractCharacters, authors, authorCharacters, categories);
  }
}
