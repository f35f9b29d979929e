package io.paperwire.notify.web.likes;

import io.paperwire.notify.matching.Brevity;
import io.paperwire.notify.web.catalogue.HeldPaper;
import io.paperwire.notify.web.catalogue.StoredVector;
import io.paperwire.notify.web.outbox.OutboxTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads and writes examples inside a transaction that its caller holds. */
public final class ExampleTable {

  /** Whether less is known than a paper with its abstract: a text, or the title of a paper. */
  private static final String BRIEF =
      "e.paper_id is null or (p.paper_id is not null and " + HeldPaper.TITLE_ONLY + ")";

  private final Handle handle;

  /** The examples within a transaction. */
  public ExampleTable(Handle handle) {
    this.handle = handle;
  }

  /** All examples of a subscriber, the newest first. */
  public List<Example> of(UUID subscriberId) {
    return handle
        .createQuery(
            "select e.example_id, e.paper_id, e.title, e.text, e.liked, e.origin, e.vector,"
                + " e.vector_scale, e.vector_model, e.vector_version, "
                + BRIEF
                + " as brief from examples e left join papers p on p.paper_id = e.paper_id"
                + " where e.subscriber_id = :id order by e.example_id desc")
        .bind("id", subscriberId)
        .map(
            (row, _) ->
                new Example(
                    row.getLong("example_id"),
                    Optional.ofNullable(row.getString("paper_id")),
                    row.getString("title"),
                    Optional.ofNullable(row.getString("text")),
                    row.getBoolean("liked"),
                    row.getString("origin"),
                    StoredVector.read(row),
                    words(row)))
        .list();
  }

  private static int words(ResultSet row) throws SQLException {
    return row.getBoolean("brief")
        ? Brevity.words(Optional.ofNullable(row.getString("text")).orElse(row.getString("title")))
        : Brevity.NONE;
  }

  /** The {@link NewExample#key} of each example that a subscriber has. */
  Set<String> keys(UUID subscriberId) {
    return handle
        .createQuery("select coalesce(paper_id, text) from examples where subscriber_id = :id")
        .bind("id", subscriberId)
        .mapTo(String.class)
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** How many examples a subscriber has. */
  int count(UUID subscriberId) {
    return handle
        .createQuery("select count(*) from examples where subscriber_id = :id")
        .bind("id", subscriberId)
        .mapTo(Integer.class)
        .one();
  }

  /** Takes the oldest out if there are more than there may be. */
  void keepNewest(UUID subscriberId, int most) {
    handle
        .createUpdate(
            "delete from examples where subscriber_id = :id and example_id <= (select example_id"
                + " from examples where subscriber_id = :id order by example_id desc offset :most"
                + " limit 1)")
        .bind("id", subscriberId)
        .bind("most", most)
        .execute();
  }

  /**
   * Adds an example. One that is there already becomes liked or disliked as is now said, and gets
   * the vector that it now has: its old one may be of another model.
   */
  void add(UUID subscriberId, NewExample example, boolean liked, String origin, Instant now) {
    handle
        .createUpdate(
            "insert into examples (subscriber_id, paper_id, title, text, liked, origin, vector,"
                + " vector_scale, vector_model, vector_version, added_at) values (:id, :paper,"
                + " :title, :text, :liked, :origin, :vector, :scale, :model, :version, :now) on"
                + " conflict (subscriber_id, coalesce(paper_id, md5(text))) do update set"
                + " liked = excluded.liked, vector = coalesce(excluded.vector, examples.vector),"
                + " vector_scale = coalesce(excluded.vector_scale, examples.vector_scale),"
                + " vector_model = coalesce(excluded.vector_model, examples.vector_model),"
                + " vector_version = coalesce(excluded.vector_version, examples.vector_version)")
        .bind("id", subscriberId)
        .bind("paper", example.paperId())
        .bind("title", example.title())
        .bind("text", example.text())
        .bind("liked", liked)
        .bind("origin", origin)
        .bind("vector", example.vector().map(StoredVector::values))
        .bind("scale", example.vector().map(StoredVector::scale))
        .bind("model", example.vector().map(StoredVector::model))
        .bind("version", example.vector().map(StoredVector::version))
        .bind("now", Timestamp.from(now))
        .execute();
  }

  /** Moves an example; whether there is one of this id. */
  boolean setLiked(UUID subscriberId, long exampleId, boolean liked) {
    return handle
            .createUpdate(
                "update examples set liked = :liked where subscriber_id = :id and example_id ="
                    + " :example")
            .bind("id", subscriberId)
            .bind("example", exampleId)
            .bind("liked", liked)
            .execute()
        > 0;
  }

  /** Takes an example out; whether there was one of this id. */
  boolean remove(UUID subscriberId, long exampleId) {
    return handle
            .createUpdate(
                "delete from examples where subscriber_id = :id and example_id = :example")
            .bind("id", subscriberId)
            .bind("example", exampleId)
            .execute()
        > 0;
  }

  void removeAll(UUID subscriberId) {
    handle
        .createUpdate("delete from examples where subscriber_id = :id")
        .bind("id", subscriberId)
        .execute();
  }

  /** The least cosine that is near enough for a subscriber; 0 for the usual one. */
  public double leastCosine(UUID subscriberId) {
    return handle
        .createQuery("select least_cosine from subscribers where id = :id")
        .bind("id", subscriberId)
        .mapTo(Double.class)
        .findOne()
        .orElse(0.0);
  }

  void setLeastCosine(UUID subscriberId, double leastCosine) {
    handle
        .createUpdate("update subscribers set least_cosine = :least where id = :id")
        .bind("id", subscriberId)
        .bind("least", leastCosine)
        .execute();
  }

  /**
   * Gives examples the vectors of papers that the catalogue has just written, and has the interests
   * topic told of whose they are. Subscribers are locked first, as by all who change them.
   */
  public void refresh(Collection<String> paperIds, Instant now) {
    List<UUID> owners =
        handle
            .createQuery(
                "select id from subscribers where id in (select e.subscriber_id from examples e"
                    + " join papers p on p.paper_id = e.paper_id where p.paper_id = any(:ids)"
                    + " and p.vector is not null and p.vector is distinct from e.vector)"
                    + " order by id for update")
            .bindArray("ids", String.class, paperIds.toArray())
            .mapTo(UUID.class)
            .list();
    if (owners.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            "update examples e set vector = p.vector, vector_scale = p.vector_scale,"
                + " vector_model = p.vector_model, vector_version = p.vector_version"
                + " from papers p where p.paper_id = e.paper_id and p.paper_id = any(:ids)"
                + " and e.subscriber_id = any(:owners) and p.vector is not null")
        .bindArray("ids", String.class, paperIds.toArray())
        .bindArray("owners", UUID.class, owners.toArray())
        .execute();
    for (UUID owner : owners) {
      handle
          .createUpdate("update subscribers set revision = revision + 1 where id = :id")
          .bind("id", owner)
          .execute();
      new OutboxTable(handle).addInterests(owner, now);
    }
  }
}
