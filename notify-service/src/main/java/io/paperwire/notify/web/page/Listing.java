package io.paperwire.notify.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What stands around a list of papers.
 *
 * @param title heading
 * @param text a sentence below it; may be empty
 * @param tab which tab of the page's head is the present one: newest, trending, days, topics; or
 *     none, empty
 * @param none what is said if there are no papers
 * @param broader broader topics
 * @param narrower narrower topics
 * @param follow path of the form that subscribes to this list, if it can be subscribed to
 * @param feed path of the feed of this list, if it has one
 * @param earlier the day before with papers
 * @param later the day after with papers
 */
public record Listing(
    String title,
    String text,
    String tab,
    String none,
    List<TopicLink> broader,
    List<TopicLink> narrower,
    Optional<String> follow,
    Optional<String> feed,
    Optional<LocalDate> earlier,
    Optional<LocalDate> later) {

  public Listing {
    broader = List.copyOf(broader);
    narrower = List.copyOf(narrower);
  }

  static Listing trending() {
    return new Listing(
        "Trending papers",
        "What people are reading and voting for now. Attention fades: a vote counts half after some"
            + " days.",
        "trending",
        "Nothing is trending right now. As soon as readers vote for a paper, it stands here.",
        List.of(),
        List.of(),
        Optional.of("/?queries=trending#subscribe"),
        Optional.of("/trending/feed.atom"),
        Optional.empty(),
        Optional.empty());
  }

  static Listing ofDay(LocalDate day, Optional<LocalDate> earlier, Optional<LocalDate> later) {
    return new Listing(
        ReadableDay.fully(day),
        "",
        "days",
        "There are no papers of this day.",
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        earlier,
        later);
  }

  static Listing ofTopic(TopicLink topic, List<TopicLink> broader, List<TopicLink> narrower) {
    return new Listing(
        topic.label(),
        "",
        "topics",
        "There are no papers on this topic yet.",
        broader,
        narrower,
        Optional.of("/?topics=" + topic.id() + "#subscribe"),
        Optional.of(topic.page() + "/feed.atom"),
        Optional.empty(),
        Optional.empty());
  }
}
