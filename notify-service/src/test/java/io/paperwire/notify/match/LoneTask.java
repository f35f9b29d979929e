package io.paperwire.notify.match;

import io.paperwire.index.PaperReader;
import io.paperwire.notify.matching.Explanation;
import io.paperwire.notify.matching.Match;
import io.paperwire.notify.matching.PaperInView;
import io.paperwire.notify.matching.Subscription;
import io.paperwire.notify.matching.Wishes;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.stored.StoredRecords;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** A task on stores in memory, without a topology around it, that can end and begin again. */
final class LoneTask implements AutoCloseable {

  private static final StoredRecords<EnrichedPaper> PAPERS = StoredRecords.of(EnrichedPaper.class);

  private final MockProcessorContext<String, Digest> context = new MockProcessorContext<>();
  private final List<StateStore> stores = new ArrayList<>();
  private final List<Digest> digests = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private MatchTask task;
  private Instant now;
  private int reads;
  private int judgements;

  LoneTask(Instant start) {
    for (StoreBuilder<?> builder : MatchStores.builders(Stores::inMemoryKeyValueStore)) {
      StateStore store = builder.withLoggingDisabled().build();
      store.init(context.getStateStoreContext(), store);
      context.addStateStore(store);
      stores.add(store);
    }
    now = start;
    task = begin();
  }

  private MatchTask begin() {
    return new MatchTask(
        "lone",
        MatchHarness.SETTINGS,
        new PaperReader(TestVocabulary.small()),
        this::read,
        MatchStores.of(context),
        new Told());
  }

  /** How the task filled its index, whenever it began. */
  List<String> told() {
    return List.copyOf(told);
  }

  private final class Told implements MatchNews {
    @Override
    public void fills(String task, long read, long all) {
      told.add(task + " fills " + read + " of " + all);
    }

    @Override
    public void isFilled(String task) {
      told.add(task + " is filled");
    }

    @Override
    public void works(String task, TaskLoad load) {
      told.add(task + " has " + load);
    }

    @Override
    public void ends(String task) {
      told.add(task + " ends");
    }
  }

  private Wishes read(Subscription subscription) {
    reads++;
    Wishes wishes = new Explanation(TestVocabulary.small()).read(subscription);
    return new Wishes() {
      @Override
      public Optional<Match> explain(PaperInView paper) {
        judgements++;
        return wishes.explain(paper);
      }

      @Override
      public boolean want(PaperInView paper) {
        judgements++;
        return wishes.want(paper);
      }
    };
  }

  /** How often what a subscriber asks for was read, since the last call. */
  int reads() {
    int count = reads;
    reads = 0;
    return count;
  }

  /** How often a paper was held against what a subscriber asks for, since the last call. */
  int judgements() {
    int count = judgements;
    judgements = 0;
    return count;
  }

  /** The task ends and begins again with the stores that it left. */
  void restart() {
    task = begin();
  }

  void publish(EnrichedPaper paper, boolean backlog) {
    if (backlog) {
      task.paperOfThePast(paper.getPaperId(), ByteBuffer.wrap(PAPERS.write(paper)), now);
    } else {
      task.paperChanged(paper, now, now);
    }
  }

  void subscribe(SubscriberInterests interests) {
    task.interestsChanged(interests, now);
  }

  /** What is stored of a subscriber is as if another version had written it. */
  void store(SubscriberInterests interests) {
    MatchStores.of(context).interests().put(interests.getSubscriberId(), interests);
  }

  void unsubscribe(String subscriberId) {
    task.subscriberGone(subscriberId);
  }

  /** Time passes, and all digests are made that are due at its end. */
  void advance(Duration time) {
    now = now.plus(time);
    task.workBacklog(now, () -> true);
    List<Digest> made = task.makeDigests(now, AgendaBook.Which.ALL, () -> true);
    while (!made.isEmpty()) {
      digests.addAll(made);
      made = task.makeDigests(now, AgendaBook.Which.ALL, () -> true);
    }
    task.forget(now);
  }

  /** All digests so far. */
  List<Digest> digests() {
    return digests;
  }

  @Override
  public void close() {
    stores.forEach(StateStore::close);
  }
}
