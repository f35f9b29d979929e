package io.paperwire.enrich.standing;

import io.paperwire.enrich.state.ToldRate;
import io.paperwire.enrich.state.TopicRate;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.TopicTag;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Passes the rate of a paper on to each of its topics, if it is another than the last one. */
final class ChooseRates extends ContextualProcessor<String, EnrichedPaper, String, TopicRate> {

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, ToldRate> told;

  @Override
  public void init(ProcessorContext<String, TopicRate> context) {
    super.init(context);
    told = context.getStateStore(StandingTopology.TOLD);
  }

  @Override
  public void process(Record<String, EnrichedPaper> record) {
    String paperId = record.key();
    ToldRate before = told.get(paperId);
    ToldRate now = rate(record.value());
    if (now.equals(before) || (before == null && now.getTopics().isEmpty())) {
      return;
    }
    List<String> known = before == null ? List.of() : before.getTopics();
    for (String topic : known) {
      if (!now.getTopics().contains(topic)) {
        tell(record, topic, 0, now);
      }
    }
    for (String topic : now.getTopics()) {
      tell(record, topic, now.getRate(), now);
    }
    if (now.getTopics().isEmpty()) {
      told.delete(paperId);
    } else {
      told.put(paperId, now);
    }
  }

  private void tell(Record<String, ?> record, String topic, double rate, ToldRate now) {
    context()
        .forward(record.withKey(topic).withValue(new TopicRate(record.key(), rate, now.getAsOf())));
  }

  /** What topics have to know of a paper; no topics if it gets no attention, or none any more. */
  private static ToldRate rate(@Nullable EnrichedPaper paper) {
    if (paper == null) {
      return new ToldRate(List.of(), 0.0, Instant.EPOCH);
    }
    boolean counts =
        paper.getStatus() != PaperStatus.WITHDRAWN
            && paper.getTrend().getRate() >= TopicRanking.LEAST_RATE;
    return new ToldRate(
        counts ? paper.getTopics().stream().map(TopicTag::getTopic).toList() : List.of(),
        counts ? paper.getTrend().getRate() : 0.0,
        paper.getTrend().getAsOf());
  }
}
