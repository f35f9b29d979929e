package io.paperwire.notify.web.catalogue;

import io.paperwire.interest.Clause.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A paper of the catalogue.
 *
 * @param id canonical id, for example {@code arxiv:2401.01234}
 * @param title as the source writes it; text, never markup
 * @param abstractText the abstract, if a source has one
 * @param summary what is new, in a sentence or two, if that is known
 * @param summaryModel the language model that wrote the summary; empty where its sentences are the
 *     abstract's own
 * @param authors display names in order
 * @param categories the sources' categories, the primary one first
 * @param likelyCategories arXiv's categories in which it belongs by its words; none where a source
 *     gives one of them
 * @param contribution what it contributes, if that is known
 * @param publishedAt when the first version was published, if a source says so
 * @param listedAt its place in time: published, or first seen if that was earlier or is all that is
 *     known
 * @param changedAt when Paperwire first saw it, or when its latest version was published if that is
 *     known and was later
 * @param standing where it stands
 * @param url where to read it, an http or https address
 * @param links all links, the one of {@code url} among them
 * @param topics what it is about, highest score first
 * @param places where it stands within its topics now, best place first
 * @param votes upvotes so far
 * @param trending whether it gets much attention now
 */
public record ListedPaper(
    String id,
    String title,
    Optional<String> abstractText,
    Optional<String> summary,
    Optional<String> summaryModel,
    List<String> authors,
    List<String> categories,
    List<String> likelyCategories,
    Optional<Contribution> contribution,
    Optional<Instant> publishedAt,
    Instant listedAt,
    Instant changedAt,
    PaperStanding standing,
    Optional<String> url,
    List<PaperLink> links,
    List<PaperTopic> topics,
    List<TopicPlace> places,
    long votes,
    boolean trending) {

  public ListedPaper {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    likelyCategories = List.copyOf(likelyCategories);
    links = List.copyOf(links);
    topics = List.copyOf(topics);
    places = List.copyOf(places);
  }
}
