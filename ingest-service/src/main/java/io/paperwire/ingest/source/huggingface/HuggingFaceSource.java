package io.paperwire.ingest.source.huggingface;

import io.paperwire.ingest.config.HuggingFaceConfiguration;
import io.paperwire.ingest.format.PaperLimits;
import io.paperwire.ingest.freshness.DailyCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.PolledSource;
import io.paperwire.ingest.upstream.Upstreams;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Hugging Face's daily papers. */
public final class HuggingFaceSource {

  /** A working day's list has begun when the day is over. */
  private static final Duration GRACE = Duration.ofHours(30);

  private HuggingFaceSource() {}

  /** The source that is configured. */
  public static Source of(
      HuggingFaceConfiguration configuration,
      PaperLimits limits,
      Upstreams upstreams,
      InstantSource clock) {
    return new PolledSource(
        DailyPart.SOURCE,
        List.of(
            new DailyPart(
                configuration.baseUrl(),
                new DailyPapers(limits),
                configuration.pollInterval(),
                configuration.days())),
        upstreams.of("Hugging Face", configuration.requestInterval()),
        DailyCalendar.workingDays(GRACE),
        clock);
  }
}
