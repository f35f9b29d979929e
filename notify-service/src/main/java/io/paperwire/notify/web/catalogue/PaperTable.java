package io.paperwire.notify.web.catalogue;

import io.paperwire.interest.Clause.Contribution;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes papers. */
final class PaperTable {

  private static final String UPSERT =
      """
      insert into papers (
        paper_id, title, abstract_text, authors, categories, published_at, first_seen_at, listed_at,
        listed_day, status, url, link_rels, link_urls, topic_ids, topic_labels, topic_scores, votes,
        trending_until, trend_order, sources, last_change, orcids, words, summary, summary_model, contribution,
        likely_categories, place_topics, place_labels, places, places_until, vector, vector_scale,
        vector_model, vector_version, title_key, changed_at, doi)
      values (
        :id, :title, :abstract, :authors, :categories, :publishedAt, :firstSeenAt, :listedAt,
        :day, :status, :url, :linkRels, :linkUrls, :topicIds, :topicLabels, :topicScores, :votes,
        :trendingUntil, :trendOrder,
        :sources, :lastChange, :orcids, :words::tsvector, :summary, :summaryModel, :contribution,
        :likelyCategories, :placeTopics, :placeLabels, :places, :placesUntil, :vector, :vectorScale,
        :vectorModel, :vectorVersion, :titleKey, :changedAt, :doi)
      on conflict (paper_id) do update set
        title = excluded.title, abstract_text = excluded.abstract_text,
        authors = excluded.authors, categories = excluded.categories,
        published_at = excluded.published_at, first_seen_at = excluded.first_seen_at,
        listed_at = excluded.listed_at, listed_day = excluded.listed_day,
        status = excluded.status, url = excluded.url, link_rels = excluded.link_rels,
        link_urls = excluded.link_urls, topic_ids = excluded.topic_ids,
        topic_labels = excluded.topic_labels, topic_scores = excluded.topic_scores,
        votes = excluded.votes, trending_until = excluded.trending_until,
        trend_order = excluded.trend_order, sources = excluded.sources,
        last_change = excluded.last_change, orcids = excluded.orcids, words = excluded.words,
        summary = excluded.summary,
        summary_model = excluded.summary_model, contribution = excluded.contribution,
        likely_categories = excluded.likely_categories, place_topics = excluded.place_topics,
        place_labels = excluded.place_labels, places = excluded.places,
        places_until = excluded.places_until,
        vector = excluded.vector, vector_scale = excluded.vector_scale,
        vector_model = excluded.vector_model, vector_version = excluded.vector_version,
        title_key = excluded.title_key, changed_at = excluded.changed_at, doi = excluded.doi
      """;

  private final Handle handle;

  PaperTable(Handle handle) {
    this.handle = handle;
  }

  /** Inserts or replaces papers, each at most once. */
  void save(Collection<PaperRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch papers = handle.prepareBatch(UPSERT);
    rows.forEach(row -> bind(papers, row).add());
    papers.execute();
    unlist(rows.stream().map(row -> row.paper().id()).toList());
    list(rows);
  }

  /** Removes papers; those that are not there do no harm. */
  void delete(List<String> ids) {
    handle
        .createUpdate("delete from papers where paper_id = any(:ids)")
        .bindArray("ids", String.class, ids)
        .execute();
  }

  private void unlist(List<String> ids) {
    handle
        .createUpdate("delete from paper_topics where paper_id = any(:ids)")
        .bindArray("ids", String.class, ids)
        .execute();
  }

  private void list(Collection<PaperRow> rows) {
    PreparedBatch topics =
        handle.prepareBatch(
            "insert into paper_topics (topic, listed_at, paper_id)"
                + " select unnest(:topics), :listedAt, :id");
    for (PaperRow row : rows) {
      topics
          .bindArray("topics", String.class, row.listedUnder())
          .bind("listedAt", Timestamp.from(row.paper().listedAt()))
          .bind("id", row.paper().id())
          .add();
    }
    topics.execute();
  }

  private static PreparedBatch bind(PreparedBatch batch, PaperRow row) {
    ListedPaper paper = row.paper();
    List<PaperTopic> topics = paper.topics();
    List<TopicPlace> places = paper.places();
    List<String> labels = topics.stream().map(PaperTopic::label).toList();
    return batch
        .bind("id", paper.id())
        .bind("title", paper.title())
        .bind("abstract", paper.abstractText())
        .bindArray("authors", String.class, paper.authors())
        .bindArray("categories", String.class, paper.categories())
        .bind("publishedAt", paper.publishedAt().map(PaperTable::timestamp))
        .bind("firstSeenAt", timestamp(row.firstSeen()))
        .bind("listedAt", timestamp(paper.listedAt()))
        .bind("changedAt", timestamp(paper.changedAt()))
        .bind("day", row.day())
        .bind("status", paper.standing().code())
        .bind("url", paper.url())
        .bindArray("linkRels", String.class, paper.links().stream().map(PaperLink::rel).toList())
        .bindArray("linkUrls", String.class, paper.links().stream().map(PaperLink::url).toList())
        .bindArray("topicIds", String.class, topics.stream().map(PaperTopic::id).toList())
        .bindArray("topicLabels", String.class, labels)
        .bindArray("topicScores", Double.class, topics.stream().map(PaperTopic::score).toList())
        .bind("votes", paper.votes())
        .bind("trendingUntil", row.trendingUntil().map(PaperTable::timestamp))
        .bindArray("placeTopics", String.class, places.stream().map(TopicPlace::topic).toList())
        .bindArray("placeLabels", String.class, places.stream().map(TopicPlace::label).toList())
        .bindArray("places", Integer.class, places.stream().map(TopicPlace::place).toList())
        .bind("placesUntil", timestamp(row.placesUntil()))
        .bind("trendOrder", row.trendOrder())
        .bindArray("sources", String.class, row.facts().sources())
        .bind("lastChange", row.facts().lastChange())
        .bind("summary", paper.summary())
        .bind("summaryModel", paper.summaryModel())
        .bind("contribution", paper.contribution().map(Contribution::name))
        .bindArray("likelyCategories", String.class, paper.likelyCategories())
        .bindArray("orcids", String.class, row.facts().orcids())
        .bind("vector", row.vector().map(StoredVector::values))
        .bind("vectorScale", row.vector().map(StoredVector::scale))
        .bind("vectorModel", row.vector().map(StoredVector::model))
        .bind("vectorVersion", row.vector().map(StoredVector::version))
        .bind("doi", row.doi())
        .bind("titleKey", SearchWords.key(paper.title()))
        .bind(
            "words",
            SearchWords.of(paper.title(), paper.authors(), paper.abstractText().orElse("")));
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.from(instant);
  }
}
