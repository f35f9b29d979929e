package io.paperwire.notify.web.likes;

import static java.util.stream.Collectors.joining;

import io.paperwire.notify.digest.DigestOrder;
import io.paperwire.notify.matching.LikeThese;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.web.account.SubscriptionLinks;
import io.paperwire.notify.web.catalogue.HeldPaper;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import io.paperwire.notify.web.outbox.OutboxTable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Takes, changes and erases the examples of the holder of a link. */
@Singleton
@WebRole
public class Likes {

  /** The most examples that one subscriber may have; their vectors fit into one record. */
  public static final int MOST = 300;

  /** The most papers that one subscriber may wait for; each has a place among {@link #MOST}. */
  public static final int MOST_AWAITED = 100;

  private static final int MOST_NAMED = 10;

  private final SubscriptionLinks links;
  private final PaperCatalogue catalogue;
  private final Offers offers;
  private final Arrivals arrivals;
  private final InstantSource clock;

  /** Made by Micronaut. */
  Likes(
      SubscriptionLinks links,
      PaperCatalogue catalogue,
      Offers offers,
      Jdbi database,
      InstantSource clock) {
    this.links = links;
    this.catalogue = catalogue;
    this.offers = offers;
    this.arrivals = new Arrivals(database);
    this.clock = clock;
  }

  /**
   * What somebody holds up.
   *
   * @param examples newest first
   * @param awaited what counts as soon as it comes, newest first
   * @param leastCosine how near is near enough; 0 for the usual
   * @param order what the order of digests weighs
   */
  public record Held(
      List<Example> examples, List<Awaited> awaited, double leastCosine, DigestOrder order) {

    public Held {
      awaited = List.copyOf(awaited);
      examples = List.copyOf(examples);
    }

    /** The interest in papers like these; nothing if no liked example has a vector. */
    public Optional<LikeThese> interest() {
      return LikeInterest.matching(examples, leastCosine);
    }
  }

  /** What the holder of a link holds up; nothing if the link leads to no subscription. */
  public Optional<Held> held(String manageToken) {
    return links.reading(
        manageToken,
        TokenScope.MANAGE,
        (handle, id) -> {
          ExampleTable table = new ExampleTable(handle);
          return new Held(
              table.of(id),
              new AwaitedTable(handle).of(id),
              table.leastCosine(id),
              new OrderTable(handle).of(id));
        });
  }

  /** Papers like what a text describes; nothing if the link leads to no subscription. */
  public Optional<Report> describe(String manageToken, String text) {
    return offered(manageToken, () -> offers.described(text)).map(Report::ofDescription);
  }

  /**
   * Papers like those of some ids or addresses. Those that are not here yet are waited for. Nothing
   * if the link leads to no subscription.
   */
  public Optional<Report> choose(String manageToken, List<String> names) {
    return offered(manageToken, () -> offers.named(names));
  }

  /**
   * Papers like those of an author; if none is here yet, the first that comes. Nothing if the link
   * leads to no subscription.
   */
  public Optional<Report> author(String manageToken, String orcid) {
    return offered(manageToken, () -> offers.ofAuthor(orcid));
  }

  /**
   * Papers like the works of a library; nothing if the link leads to no subscription.
   *
   * @param file its name
   */
  public Optional<Report> library(String manageToken, String file, String text) {
    return offered(manageToken, () -> offers.ofLibrary(file, text));
  }

  /** Working out what texts mean takes seconds: nobody without a subscription may ask for it. */
  private Optional<Report> offered(String manageToken, Supplier<Offer> reading) {
    if (links.reading(manageToken, TokenScope.MANAGE, (_, _) -> true).isEmpty()) {
      return Optional.empty();
    }
    Offer offer = reading.get();
    Optional<Report> report =
        offer.isEmpty()
            ? Optional.of(Report.untaken(offer))
            : links.changing(
                manageToken, TokenScope.MANAGE, (handle, id, now) -> take(handle, id, offer, now));
    if (!offer.awaited().isEmpty()) {
      arrivals.of(offers.arrived(offer.awaited()), clock.instant());
    }
    return report;
  }

  private static Report take(Handle handle, UUID id, Offer offer, Instant now) {
    AwaitedTable awaited = new AwaitedTable(handle);
    List<String> before = awaited.of(id).stream().map(Awaited::name).toList();
    Taken taken = examples(new ExampleTable(handle), id, offer, MOST - before.size(), now);
    List<String> left = new ArrayList<>(offer.notFound());
    taken.left().stream()
        .map(
            example ->
                "%s (no place: %d examples are the most, with those that are waited for)"
                    .formatted(example.title(), MOST))
        .forEach(left::add);
    List<String> later = offer.awaited().stream().filter(name -> !before.contains(name)).toList();
    int places = Math.min(MOST_AWAITED - before.size(), taken.room());
    List<String> waiting = later.subList(0, Math.clamp(places, 0, later.size()));
    waiting.forEach(name -> awaited.add(id, name, offer.origin(), now));
    List<String> problems = new ArrayList<>(offer.problems());
    noPlace(later.subList(waiting.size(), later.size())).ifPresent(problems::add);
    return new Report(
        taken.added().stream().map(NewExample::title).toList(),
        taken.again(),
        (int) taken.added().stream().filter(example -> example.paperId().isEmpty()).count(),
        offer.awaited().stream()
            .filter(name -> before.contains(name) || waiting.contains(name))
            .map(Awaited::words)
            .toList(),
        left,
        problems);
  }

  /**
   * What became of what can be an example at once.
   *
   * @param added what was none before
   * @param again how many were
   * @param left for which there was no place
   * @param room how many places are left
   */
  private record Taken(List<NewExample> added, int again, List<NewExample> left, int room) {}

  /** Takes as many as there are places for; those that are there already need none. */
  private static Taken examples(ExampleTable table, UUID id, Offer offer, int places, Instant now) {
    Set<String> there = table.keys(id);
    List<NewExample> added = new ArrayList<>();
    List<NewExample> left = new ArrayList<>();
    int again = 0;
    for (NewExample example : offer.examples()) {
      if (!there.contains(example.key()) && there.size() >= places) {
        left.add(example);
        continue;
      }
      table.add(id, example, true, offer.origin(), now);
      if (there.add(example.key())) {
        added.add(example);
      } else {
        again++;
      }
    }
    return new Taken(added, again, left, Math.max(0, places - there.size()));
  }

  /** What is said of names that cannot be waited for besides the others. */
  private static Optional<String> noPlace(List<String> names) {
    int more = names.size() - MOST_NAMED;
    String named = names.stream().limit(MOST_NAMED).map(Awaited::words).collect(joining(", "));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "At most %d papers that are not here yet can be waited for, and %d with your examples. Not taken: %s%s."
                .formatted(
                    MOST_AWAITED, MOST, named, more > 0 ? " and %d more".formatted(more) : ""));
  }

  /** What is done to what a subscriber holds up; whether there was something to do it to. */
  private interface Step {
    boolean on(Handle handle, UUID id);
  }

  private Edited change(String manageToken, Step step) {
    return links
        .changing(
            manageToken,
            TokenScope.MANAGE,
            (handle, id, _) -> step.on(handle, id) ? Edited.DONE : Edited.NOTHING_SUCH)
        .orElse(Edited.DEAD_LINK);
  }

  /** Takes one out. */
  public Edited remove(String manageToken, long example) {
    return change(manageToken, (handle, id) -> new ExampleTable(handle).remove(id, example));
  }

  /** Waits for one no longer. */
  public Edited removeAwaited(String manageToken, long awaited) {
    return change(manageToken, (handle, id) -> new AwaitedTable(handle).remove(id, awaited));
  }

  /** Moves one to the likes or the dislikes. */
  public Edited setLiked(String manageToken, long example, boolean liked) {
    return change(
        manageToken, (handle, id) -> new ExampleTable(handle).setLiked(id, example, liked));
  }

  /** Takes all out, and waits for none. */
  public Edited erase(String manageToken) {
    return change(
        manageToken,
        (handle, id) -> {
          new ExampleTable(handle).removeAll(id);
          new AwaitedTable(handle).removeAll(id);
          return true;
        });
  }

  /**
   * Takes what a subscriber thinks of a paper. It becomes an example, and the delivery events tell
   * of it.
   *
   * @param feedbackToken of the link
   * @param liked whether more like it are wanted, or fewer
   * @return the paper's title; nothing if the link leads to no subscription or to no paper
   */
  public Optional<String> feedback(String feedbackToken, String paperId, boolean liked) {
    Optional<HeldPaper> paper = paper(paperId);
    return paper.flatMap(
        held ->
            links.changing(
                feedbackToken,
                TokenScope.FEEDBACK,
                (handle, id, now) -> {
                  ExampleTable table = new ExampleTable(handle);
                  table.add(id, NewExample.of(held), liked, "said by you", now);
                  table.keepNewest(id, MOST);
                  new OutboxTable(handle).addFeedback(id, paperId, liked ? "more" : "less", now);
                  return held.title();
                }));
  }

  /** A paper that feedback may be about. */
  public Optional<HeldPaper> paper(String paperId) {
    return paperId.indexOf('\0') >= 0
        ? Optional.empty()
        : Optional.ofNullable(catalogue.held(List.of(paperId)).get(paperId));
  }

  /** Tilts the order of digests. */
  public Edited setOrder(String manageToken, DigestOrder order) {
    return change(
        manageToken,
        (handle, id) -> {
          new OrderTable(handle).set(id, order);
          return true;
        });
  }

  /** Says how near is near enough. */
  public Edited setCloseness(String manageToken, Closeness closeness) {
    return change(
        manageToken,
        (handle, id) -> {
          new ExampleTable(handle).setLeastCosine(id, closeness.leastCosine());
          return true;
        });
  }
}
