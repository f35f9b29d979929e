package io.paperwire.notify.web.likes;

import io.paperwire.notify.web.catalogue.HeldPaper;
import io.paperwire.notify.web.outbox.OutboxTable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes examples of the papers that subscribers wait for, once the catalogue has them: each time in
 * the transaction in which they stop waiting, so that it is done once.
 *
 * <p>Whoever adds papers, and whoever adds what is waited for, calls it after the commit: whichever
 * of the two commits last sees what the other has written.
 */
public final class Arrivals {

  /** So many subscribers are served in one transaction, however many wait for a paper. */
  private static final int MOST = 200;

  private final Jdbi database;

  /** Made by whoever adds papers, or what is waited for. */
  public Arrivals(Jdbi database) {
    this.database = database;
  }

  /**
   * Serves all who wait for one of some names.
   *
   * @param papers the ids of papers by each name under which they may be waited for; papers that
   *     the catalogue does not have are passed over
   */
  public void of(Map<String, Set<String>> papers, Instant now) {
    int served;
    do {
      served = database.inTransaction(handle -> serve(handle, papers, now));
    } while (served == MOST);
  }

  private static int serve(Handle handle, Map<String, Set<String>> papers, Instant now) {
    AwaitedTable awaited = new AwaitedTable(handle);
    if (awaited.waiting(papers.keySet(), 1).isEmpty()) {
      return 0;
    }
    Map<String, List<HeldPaper>> here = here(handle, papers);
    List<UUID> owners = locked(handle, awaited.waiting(here.keySet(), MOST));
    for (UUID owner : owners) {
      serve(handle, owner, here, now);
    }
    return owners.size();
  }

  /** Of each name the papers that the catalogue has, if it has any. */
  private static Map<String, List<HeldPaper>> here(Handle handle, Map<String, Set<String>> papers) {
    Map<String, HeldPaper> held =
        HeldPaper.of(
            handle, papers.values().stream().flatMap(Collection::stream).distinct().toList());
    return papers.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(held::containsKey))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    entry.getValue().stream().filter(held::containsKey).map(held::get).toList()));
  }

  /** Subscribers are locked first, in one order, as by all who change them. */
  private static List<UUID> locked(Handle handle, List<UUID> owners) {
    return handle
        .createQuery("select id from subscribers where id = any(:owners) order by id for update")
        .bindArray("owners", UUID.class, owners.toArray())
        .mapTo(UUID.class)
        .list();
  }

  private static void serve(
      Handle handle, UUID owner, Map<String, List<HeldPaper>> here, Instant now) {
    AwaitedTable awaited = new AwaitedTable(handle);
    ExampleTable examples = new ExampleTable(handle);
    for (Awaited one : awaited.of(owner)) {
      if (here.containsKey(one.name()) && awaited.remove(owner, one.id())) {
        here.getOrDefault(one.name(), List.of()).stream()
            .limit(Math.max(1, Likes.MOST - examples.count(owner)))
            .forEach(paper -> examples.add(owner, NewExample.of(paper), true, one.origin(), now));
        examples.keepNewest(owner, Likes.MOST);
      }
    }
    handle
        .createUpdate("update subscribers set revision = revision + 1 where id = :id")
        .bind("id", owner)
        .execute();
    new OutboxTable(handle).addInterests(owner, now);
  }
}
