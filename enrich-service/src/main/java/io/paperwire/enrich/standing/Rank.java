package io.paperwire.enrich.standing;

import io.paperwire.enrich.standing.TopicRanking.Rated;
import io.paperwire.enrich.state.RankedRate;
import io.paperwire.enrich.state.TopicRate;
import io.paperwire.schemas.PaperStanding;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Ranks the papers of a topic anew, and passes on each whose place is another than before. */
final class Rank extends ContextualProcessor<String, TopicRate, String, PaperStanding> {

  /**
   * Between topic and paper in keys of the store; no topic has it, and {@link #AFTER} follows it.
   */
  private static final char BETWEEN = '/';

  private static final char AFTER = '0';

  private final TopicRanking ranking;

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, RankedRate> rates;

  Rank(Duration halfLife) {
    this.ranking = new TopicRanking(halfLife);
  }

  @Override
  public void init(ProcessorContext<String, PaperStanding> context) {
    super.init(context);
    rates = context.getStateStore(StandingTopology.RATES);
  }

  @Override
  public void process(Record<String, TopicRate> record) {
    String topic = record.key();
    TopicRate changed = record.value();
    Map<String, RankedRate> known = papers(topic);
    int told =
        Optional.ofNullable(known.get(changed.getPaperId())).map(RankedRate::getPlace).orElse(0);
    known.put(changed.getPaperId(), new RankedRate(changed, told));
    Map<String, Integer> places =
        ranking.rank(
            known.values().stream()
                .map(RankedRate::getRate)
                .filter(rate -> rate.getRate() >= TopicRanking.LEAST_RATE)
                .map(rate -> new Rated(rate.getPaperId(), rate.getRate(), rate.getAsOf()))
                .toList());
    for (RankedRate paper : known.values()) {
      settle(record, paper, places);
    }
  }

  private void settle(
      Record<String, TopicRate> record, RankedRate paper, Map<String, Integer> places) {
    String paperId = paper.getRate().getPaperId();
    boolean itself = paperId.equals(record.value().getPaperId());
    boolean known = places.containsKey(paperId);
    int place = places.getOrDefault(paperId, 0);
    String key = record.key() + BETWEEN + paperId;
    if (!known) {
      rates.delete(key);
    } else if (itself || place != paper.getPlace()) {
      rates.put(key, new RankedRate(paper.getRate(), place));
    }
    if (place != paper.getPlace()) {
      PaperStanding standing = new PaperStanding(paperId, record.key(), place);
      Record<String, PaperStanding> told = record.withKey(paperId).withValue(standing);
      // How the record came that moved others, as one of a backlog, says nothing of those.
      context().forward(itself ? told : told.withHeaders(new RecordHeaders()));
    }
  }

  private Map<String, RankedRate> papers(String topic) {
    Map<String, RankedRate> papers = new LinkedHashMap<>();
    try (KeyValueIterator<String, RankedRate> found = rates.range(topic + BETWEEN, topic + AFTER)) {
      while (found.hasNext()) {
        KeyValue<String, RankedRate> paper = found.next();
        papers.put(paper.value.getRate().getPaperId(), paper.value);
      }
    }
    return papers;
  }
}
