package io.paperwire.ingest.source.file;

import io.paperwire.ingest.config.FilesConfiguration;
import io.paperwire.ingest.format.PaperFormat;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.freshness.Freshness;
import io.paperwire.ingest.source.PageReader;
import io.paperwire.ingest.source.Positions;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.SourceCondition;
import java.io.IOException;
import java.time.InstantSource;

/** Papers from files in a watched folder. */
public final class FileSource implements Source {

  /** Name of the source, and the scheme of ids that have none. */
  static final String NAME = "file";

  private final FilesConfiguration configuration;
  private final PaperFormat papers;
  private final InstantSource clock;
  private volatile SourceCondition condition =
      SourceCondition.of(Freshness.QUIET, "not looked through yet");

  /** A source of the files in a folder. */
  public FileSource(FilesConfiguration configuration, PaperLimits limits, InstantSource clock) {
    this.configuration = configuration;
    this.papers = new PaperFormat(NAME, limits);
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public PageReader open(Positions positions) throws IOException {
    return new FolderReader(
        configuration, papers, positions, clock, newCondition -> condition = newCondition);
  }

  @Override
  public SourceCondition condition() {
    return condition;
  }
}
