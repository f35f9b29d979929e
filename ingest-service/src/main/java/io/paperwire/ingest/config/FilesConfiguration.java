package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The watched folder. Without {@code paperwire.ingest.files.folder} there is none.
 *
 * @param folder the folder; is made where it is missing
 * @param rejected where reports of rejected lines go, relative to the folder
 * @param settle how long a file must have been left alone before it is read
 * @param unfinishedAfter how long a file must have been left alone before its last line counts
 *     although no line end closes it
 * @param pageLines papers and rejected lines in one transaction, at most; large ones are fewer
 * @param maxLineBytes the longest line that is read
 */
@ConfigurationProperties("paperwire.ingest.files")
@Requires(property = "paperwire.ingest.files.folder", pattern = ".+")
public record FilesConfiguration(
    Path folder,
    @Bindable(defaultValue = "rejected") String rejected,
    @Bindable(defaultValue = "500ms") Duration settle,
    @Bindable(defaultValue = "5s") Duration unfinishedAfter,
    @Bindable(defaultValue = "500") int pageLines,
    @Bindable(defaultValue = "16777216") int maxLineBytes) {

  public FilesConfiguration {
    if (pageLines < 1 || maxLineBytes < 1) {
      throw new IllegalArgumentException(
          "paperwire.ingest.files.page-lines and .max-line-bytes must be at least 1");
    }
    if (settle.isNegative() || unfinishedAfter.compareTo(settle) < 0) {
      throw new IllegalArgumentException(
          "paperwire.ingest.files.unfinished-after must be at least .settle, and neither negative");
    }
  }
}
