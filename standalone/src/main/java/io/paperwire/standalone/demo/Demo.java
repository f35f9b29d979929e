package io.paperwire.standalone.demo;

import io.paperwire.notify.mail.render.MailLinks;
import io.paperwire.notify.paper.PaperTraits;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.catalogue.RegistrySettings;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.standalone.system.PaperwireSystem;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One run of the main job: from sign-up and papers to mails, and the check that all agree. */
public final class Demo {

  private static final Pattern CONFIRM_LINK =
      Pattern.compile("https?://\\S+" + MailLinks.CONFIRM_PATH + "/[A-Za-z0-9_-]+");

  private final PaperwireSystem system;
  private final Consumer<String> news;
  private final TopicCatalogue topics;
  private final List<SampleSubscriber> subscribers = SampleSubscriber.bundled();
  private final Map<SampleSubscriber, String> manageTokens = new LinkedHashMap<>();

  /**
   * A demonstration on a running system that nobody has used yet.
   *
   * @param news progress, one line each
   */
  public Demo(PaperwireSystem system, Consumer<String> news) {
    this.system = system;
    this.news = news;
    this.topics = TopicCatalogue.of(RegistrySettings.at(system.backends().registry().url()));
  }

  /**
   * Runs it.
   *
   * @param fed papers, one at least
   * @param upvotes submitted once all papers are known, as given then
   * @param killing whether the broker and the services are killed while the papers are fed
   * @return the summary, line by line
   * @throws DemoFailure if any count does not agree
   */
  public List<String> run(FedPapers fed, Optional<Upvotes> upvotes, boolean killing) {
    try (HttpClient http = HttpClient.newHttpClient();
        TopicTail<PaperEvent> events = tail(topics.paperEvents());
        TopicTail<EnrichedPaper> enriched = tail(topics.enrichedPapers());
        TopicTail<Digest> digests = tail(topics.digests())) {
      WebClient web =
          new WebClient(
              http, system.webUrl(), system.ingestUrl(), system.settings().secrets().apiKey());
      signUp(web);
      feed(fed.file(), "papers");
      news.accept(
          "feeding "
              + fed.ids().size()
              + " papers through the folder "
              + system.settings().inbox());
      if (killing) {
        new PartKiller(system, news).killWhileFed(events, enriched, fed.ids().size());
      }
      awaitEnriched(enriched, fed);
      Map<String, EnrichedPaper> known = awaitVectors(enriched, fed.ids());
      if (upvotes.isPresent()) {
        web.submitSignals(upvotes.get().givenAt(Instant.now()).lines());
        known = awaitVotes(enriched, upvotes.get().paperIds());
      }
      feed(fed.file(), "papers-again");
      DigestRequests requests = new DigestRequests(web, manageTokens, news);
      requests.ask();
      Mailed mailed = awaitMails(enriched, new MailCheck(system, digests, subscribers), requests);
      return report(fed, events, known, mailed).lines();
    }
  }

  private void signUp(WebClient web) {
    subscribers.forEach(web::signUp);
    news.accept(subscribers.size() + " subscribers signed up through the web API");
    for (SampleSubscriber subscriber : subscribers) {
      URI link =
          Patience.until(
                  "the confirmation mail to " + subscriber.address(),
                  () -> confirmationLink(subscriber),
                  Optional::isPresent)
              .orElseThrow();
      manageTokens.put(subscriber, web.confirm(link));
    }
    try (TopicTail<?> interests = tail(topics.interests())) {
      Patience.until(
          "the interests on their topic",
          () -> interests.poll().size(),
          count -> count >= subscribers.size());
    }
    news.accept("and confirmed through the links in their mails");
  }

  private Optional<URI> confirmationLink(SampleSubscriber subscriber) {
    return MailCheck.mailsTo(system, subscriber).stream()
        .flatMap(mail -> mail.text().stream())
        .map(CONFIRM_LINK::matcher)
        .filter(Matcher::find)
        .map(found -> URI.create(found.group()))
        .findFirst();
  }

  /**
   * Puts the file into the watched folder in one step, so that it is never seen half written. Fed
   * again under another name, it must change nothing. Its own name may be one that the folder takes
   * for an unfinished file.
   */
  private void feed(Path papers, String name) {
    Path inbox = system.settings().inbox();
    Path target = inbox.resolve(name);
    try {
      Files.createDirectories(inbox);
      Path partial = Files.copy(papers, inbox.resolve("." + name + ".part"));
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + papers + " into " + inbox, e);
    }
  }

  private void awaitEnriched(TopicTail<EnrichedPaper> enriched, FedPapers fed) {
    Patience.until("a paper to be enriched", () -> enriched.poll().size(), count -> count > 0);
    news.accept("the first paper came out enriched");
    Map<String, EnrichedPaper> known =
        Patience.until(
            "all " + fed.ids().size() + " papers to be enriched",
            () -> latest(enriched.poll()),
            papers -> papers.keySet().containsAll(fed.ids()),
            Map::size);
    if (!known.keySet().equals(fed.ids())) {
      throw new DemoFailure(
          "papers came out that were not fed: " + Ids.few(Ids.minus(known.keySet(), fed.ids())));
    }
    news.accept(known.size() + " papers came out enriched");
  }

  /**
   * The second record of each paper: its topics are those that it names and those that it means.
   */
  private Map<String, EnrichedPaper> awaitVectors(
      TopicTail<EnrichedPaper> enriched, Set<String> paperIds) {
    Map<String, EnrichedPaper> known =
        Patience.until(
            "the vectors of " + paperIds.size() + " papers",
            () -> latest(enriched.poll()),
            papers -> withVector(papers).containsAll(paperIds),
            papers -> withVector(papers).size());
    news.accept("and once more, with their vectors and the topics that they mean");
    return known;
  }

  private static Set<String> withVector(Map<String, EnrichedPaper> papers) {
    return papers.values().stream()
        .filter(paper -> paper.getVector() != null)
        .map(EnrichedPaper::getPaperId)
        .collect(Collectors.toSet());
  }

  private Map<String, EnrichedPaper> awaitVotes(
      TopicTail<EnrichedPaper> enriched, Set<String> paperIds) {
    Map<String, EnrichedPaper> known =
        Patience.until(
            "the upvotes of " + paperIds.size() + " papers to be counted",
            () -> latest(enriched.poll()),
            papers -> upvoted(papers).containsAll(paperIds),
            papers -> upvoted(papers).size());
    long trending =
        known.values().stream()
            .filter(paper -> PaperTraits.of(paper).isTrending(Instant.now()))
            .count();
    news.accept(
        "upvotes counted as if given now; "
            + trending
            + " of "
            + known.size()
            + " papers are trending");
    return known;
  }

  private static Set<String> upvoted(Map<String, EnrichedPaper> papers) {
    return papers.values().stream()
        .filter(paper -> paper.getTrend().getVotes() > 0)
        .map(EnrichedPaper::getPaperId)
        .collect(Collectors.toSet());
  }

  /** What mails brought, and what they had to. */
  private record Mailed(
      Map<SampleSubscriber, Due> due, Map<SampleSubscriber, List<Delivered>> got) {}

  /** Waits for the mails, and for those too that come of papers revised meanwhile. */
  private Mailed awaitMails(
      TopicTail<EnrichedPaper> enriched, MailCheck mails, DigestRequests requests) {
    Expectation expectation = new Expectation(Vocabulary.load());
    List<ConsumerRecord<String, EnrichedPaper>> records = enriched.whole();
    while (true) {
      Map<SampleSubscriber, Due> due = new LinkedHashMap<>();
      for (SampleSubscriber subscriber : subscribers) {
        due.put(
            subscriber,
            expectation.of(subscriber, records.stream().map(ConsumerRecord::value).toList()));
      }
      Map<SampleSubscriber, List<Delivered>> got = mails.await(due, requests);
      List<ConsumerRecord<String, EnrichedPaper>> now = enriched.whole();
      if (now.size() == records.size()) {
        MailCheck.requireEqual(due, got);
        return new Mailed(due, got);
      }
      records = now;
    }
  }

  private static DemoReport report(
      FedPapers fed,
      TopicTail<PaperEvent> events,
      Map<String, EnrichedPaper> known,
      Mailed mailed) {
    Published published = new Published(events.whole());
    published.requireOnce(fed);
    List<DemoReport.Reader> readers = new ArrayList<>();
    mailed.got.forEach(
        (subscriber, delivered) ->
            readers.add(
                reader(
                    subscriber,
                    delivered,
                    Optional.ofNullable(mailed.due.get(subscriber)).orElseThrow().must().size())));
    return new DemoReport(
        published.count(),
        fed.rejects(),
        fed.faults(),
        known.size(),
        known.values().stream().mapToInt(paper -> paper.getTopics().size()).sum(),
        known.values().stream().mapToLong(paper -> paper.getTrend().getVotes()).sum(),
        readers,
        latencies(published, mailed.got));
  }

  private static DemoReport.Reader reader(
      SampleSubscriber subscriber, List<Delivered> delivered, int matches) {
    return new DemoReport.Reader(
        subscriber.address(),
        subscriber.cadence(),
        (int) delivered.stream().map(Delivered::at).distinct().count(),
        delivered.size(),
        matches);
  }

  /** From event to mail, of what is sent at once. */
  private static List<Duration> latencies(
      Published published, Map<SampleSubscriber, List<Delivered>> got) {
    return got.entrySet().stream()
        .filter(reader -> reader.getKey().instant())
        .flatMap(reader -> reader.getValue().stream())
        .map(paper -> Duration.between(published.before(paper.paperId(), paper.at()), paper.at()))
        .toList();
  }

  private <V> TopicTail<V> tail(io.paperwire.schemas.catalogue.Topic<String, V> topic) {
    return new TopicTail<>(system.backends().broker().bootstrapServers(), topic);
  }

  private static Map<String, EnrichedPaper> latest(
      List<ConsumerRecord<String, EnrichedPaper>> records) {
    Map<String, EnrichedPaper> latest = new LinkedHashMap<>();
    records.forEach(record -> latest.put(record.key(), record.value()));
    return latest;
  }
}
