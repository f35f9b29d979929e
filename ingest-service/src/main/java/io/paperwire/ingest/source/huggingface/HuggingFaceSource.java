package io.paperwire.ingest.source.huggingface;

import io.paperwire.ingest.config.HuggingFaceConfiguration;
import io.paperwire.ingest.freshness.DailyCalendar;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.poll.Equipment;
import io.paperwire.ingest.source.poll.PolledSource;
import java.time.Duration;
import java.util.List;

/** Hugging Face's daily papers. */
public final class HuggingFaceSource {

  /** A working day's list has begun when the day is over. */
  private static final Duration GRACE = Duration.ofHours(30);

  private HuggingFaceSource() {}

  /** The source that is configured. */
  public static Source of(HuggingFaceConfiguration configuration, Equipment equipment) {
    return new PolledSource(
        DailyPart.SOURCE,
        List.of(
            new DailyPart(
                configuration.baseUrl(),
                new DailyPapers(equipment.limits()),
                configuration.pollInterval(),
                configuration.days())),
        equipment.upstreams().of("Hugging Face", configuration.requestInterval()),
        DailyCalendar.workingDays(GRACE),
        equipment.clock());
  }
}
