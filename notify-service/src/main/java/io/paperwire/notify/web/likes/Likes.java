package io.paperwire.notify.web.likes;

import io.paperwire.embedding.EmbeddedText;
import io.paperwire.library.Library;
import io.paperwire.library.LibraryReader;
import io.paperwire.library.Problem;
import io.paperwire.library.Work;
import io.paperwire.notify.digest.DigestOrder;
import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.matching.LikeThese;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.web.account.OrcidId;
import io.paperwire.notify.web.account.SubscriptionLinks;
import io.paperwire.notify.web.catalogue.HeldPaper;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import io.paperwire.notify.web.catalogue.StoredVector;
import io.paperwire.notify.web.outbox.OutboxTable;
import io.paperwire.notify.web.why.PaperName;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Takes, changes and erases the examples of the holder of a link. */
@Singleton
@WebRole
public class Likes {

  /** The most examples that one subscriber may have; their vectors fit into one record. */
  public static final int MOST = 300;

  private static final int LONGEST_TEXT = 4_000;
  private static final int LEAST_LETTERS = 10;
  private static final int MOST_PROBLEMS = 20;

  private final SubscriptionLinks links;
  private final PaperCatalogue catalogue;
  private final TextMeanings meanings;

  /** Made by Micronaut. */
  public Likes(SubscriptionLinks links, PaperCatalogue catalogue, TextMeanings meanings) {
    this.links = links;
    this.catalogue = catalogue;
    this.meanings = meanings;
  }

  /**
   * What somebody holds up.
   *
   * @param examples newest first
   * @param leastCosine how near is near enough; 0 for the usual
   * @param order what the order of digests weighs
   */
  public record Held(List<Example> examples, double leastCosine, DigestOrder order) {

    public Held {
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
          return new Held(table.of(id), table.leastCosine(id), new OrderTable(handle).of(id));
        });
  }

  /** Papers like what a text describes; nothing if the link leads to no subscription. */
  public Optional<Report> describe(String manageToken, String text) {
    if (!isHeld(manageToken)) {
      return Optional.empty();
    }
    String line = CleanText.line(text);
    if (line.codePoints().filter(Character::isLetter).count() < LEAST_LETTERS) {
      return Optional.of(Report.problem("Please describe what you work on in a sentence or two."));
    }
    if (line.length() > LONGEST_TEXT) {
      return Optional.of(
          Report.problem(
              "A description has at most %,d characters; this one has %,d."
                  .formatted(LONGEST_TEXT, line.length())));
    }
    StoredVector vector = meanings.of(List.of(line)).getFirst();
    return add(
            manageToken,
            List.of(NewExample.of(line, line, vector)),
            "your description",
            List.of(),
            List.of())
        .map(Report::ofDescription);
  }

  /** Papers like those of some ids or addresses. */
  public Optional<Report> choose(String manageToken, List<String> names) {
    Map<String, String> nameOfId = new LinkedHashMap<>();
    names.forEach(name -> PaperName.id(name).ifPresent(id -> nameOfId.putIfAbsent(id, name)));
    if (nameOfId.isEmpty() || nameOfId.size() > MOST) {
      return Optional.of(
          Report.problem(
              nameOfId.isEmpty()
                  ? "Please name a paper: by its arXiv id, its DOI or its address."
                  : "At most %d papers are taken at a time; these are %d."
                      .formatted(MOST, nameOfId.size())));
    }
    Map<String, HeldPaper> held = catalogue.held(nameOfId.keySet());
    List<NewExample> examples = new ArrayList<>();
    List<String> notFound = new ArrayList<>();
    nameOfId.forEach(
        (id, name) ->
            Optional.ofNullable(held.get(id))
                .ifPresentOrElse(
                    paper -> examples.add(NewExample.of(paper)), () -> notFound.add(name)));
    return add(manageToken, examples, "chosen by you", notFound, List.of());
  }

  /** Papers like those of an author. */
  public Optional<Report> author(String manageToken, String text) {
    Optional<String> read = OrcidId.read(text);
    if (read.isEmpty()) {
      return Optional.of(
          Report.problem(
              "'%s' is no ORCID iD such as 0000-0002-1825-0097: four times four digits, of which the"
                      .formatted(CleanText.shortened(CleanText.line(text), 60))
                  + " last may be an X and fits the others."));
    }
    String orcid = read.get();
    List<NewExample> examples = catalogue.heldOfAuthor(orcid).stream().map(NewExample::of).toList();
    return add(
        manageToken,
        examples,
        "ORCID " + orcid,
        List.of(),
        examples.isEmpty()
            ? List.of(
                "Paperwire has no paper that gives the ORCID iD %s. Many sources do not give them: name your papers above instead."
                    .formatted(orcid))
            : List.of());
  }

  /**
   * Papers like the works of a library; nothing if the link leads to no subscription.
   *
   * @param file its name
   */
  public Optional<Report> library(String manageToken, String file, String text) {
    if (!isHeld(manageToken)) {
      return Optional.empty();
    }
    Library library = LibraryReader.read(text);
    String name = CleanText.shortened(CleanText.line(file), 80);
    List<String> problems = problems(name, library);
    Map<Work, HeldPaper> held = held(library.works());
    List<NewExample> examples = new ArrayList<>();
    List<Work> texts = new ArrayList<>();
    List<String> notFound = new ArrayList<>();
    for (Work work : library.works()) {
      HeldPaper paper = held.get(work);
      if (examples.size() + texts.size() >= MOST) {
        notFound.add("%s (more than %d examples)".formatted(work.name(), MOST));
      } else if (paper != null) {
        examples.add(NewExample.of(paper));
      } else if (work.title().isEmpty()) {
        notFound.add("line %d: %s".formatted(work.line(), work.name()));
      } else {
        texts.add(work);
      }
    }
    examples.addAll(asTexts(texts));
    return add(manageToken, examples, name, notFound, problems);
  }

  /** What cannot be read of a file; where nothing can, one sentence about all of it. */
  private static List<String> problems(String file, Library library) {
    if (library.works().isEmpty()) {
      String why =
          library.problems().stream().findFirst().map(Problem::what).orElse("it names no work");
      return List.of(
          "Nothing could be taken from “%s”: %s. Please export it as BibTeX, RIS or CSV."
              .formatted(file, why));
    }
    Stream<String> first =
        library.problems().stream()
            .limit(MOST_PROBLEMS)
            .map(problem -> "Line %d: %s.".formatted(problem.line(), problem.what()));
    int more = library.problems().size() - MOST_PROBLEMS;
    return Stream.concat(
            first, more > 0 ? Stream.of("And %,d more like these.".formatted(more)) : Stream.of())
        .toList();
  }

  /** Working out what texts mean takes seconds: nobody without a subscription may ask for it. */
  private boolean isHeld(String manageToken) {
    return links.reading(manageToken, TokenScope.MANAGE, (_, _) -> true).isPresent();
  }

  private List<NewExample> asTexts(List<Work> works) {
    List<String> texts =
        works.stream()
            .map(work -> EmbeddedText.ofPaper(work.title(), work.abstractText()))
            .map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
            .toList();
    List<StoredVector> vectors = meanings.of(texts);
    List<NewExample> examples = new ArrayList<>();
    for (int i = 0; i < works.size(); i++) {
      examples.add(NewExample.of(works.get(i).title(), texts.get(i), vectors.get(i)));
    }
    return examples;
  }

  /** By arXiv id, else by DOI, else by title. */
  private Map<Work, HeldPaper> held(Collection<Work> works) {
    Map<String, HeldPaper> byId =
        catalogue.held(works.stream().flatMap(Likes::ids).distinct().toList());
    Map<String, HeldPaper> byTitle =
        catalogue.heldByTitle(works.stream().map(Work::title).distinct().toList());
    Map<Work, HeldPaper> held = new LinkedHashMap<>();
    for (Work work : works) {
      ids(work)
          .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
          .findFirst()
          .or(() -> Optional.ofNullable(byTitle.get(work.title())))
          .ifPresent(paper -> held.put(work, paper));
    }
    return held;
  }

  private static Stream<String> ids(Work work) {
    return Stream.concat(
        work.arxivId().map(id -> "arxiv:" + id).stream(),
        work.doi().map(doi -> "doi:" + doi).stream());
  }

  private Optional<Report> add(
      String manageToken,
      List<NewExample> examples,
      String origin,
      List<String> notFound,
      List<String> problems) {
    return links.changing(
        manageToken,
        TokenScope.MANAGE,
        (handle, id, now) -> {
          ExampleTable table = new ExampleTable(handle);
          int room = MOST - table.count(id);
          List<NewExample> taken = examples.subList(0, Math.clamp(room, 0, examples.size()));
          List<NewExample> added =
              taken.stream().filter(example -> table.add(id, example, true, origin, now)).toList();
          List<String> left = new ArrayList<>(notFound);
          examples.subList(taken.size(), examples.size()).stream()
              .map(
                  example -> "%s (you have %d examples, the most)".formatted(example.title(), MOST))
              .forEach(left::add);
          return new Report(
              added.stream().map(NewExample::title).toList(),
              taken.size() - added.size(),
              (int) added.stream().filter(example -> example.paperId().isEmpty()).count(),
              left,
              problems);
        });
  }

  /** What is done to what a subscriber holds up. */
  private interface Step {
    void on(Handle handle, UUID id);
  }

  private boolean change(String manageToken, Step step) {
    return links
        .changing(
            manageToken,
            TokenScope.MANAGE,
            (handle, id, _) -> {
              step.on(handle, id);
              return true;
            })
        .isPresent();
  }

  /** Takes one out. Whether the link leads to a subscription. */
  public boolean remove(String manageToken, long example) {
    return change(manageToken, (handle, id) -> new ExampleTable(handle).remove(id, example));
  }

  /** Moves one to the likes or the dislikes. Whether the link leads to a subscription. */
  public boolean setLiked(String manageToken, long example, boolean liked) {
    return change(
        manageToken, (handle, id) -> new ExampleTable(handle).setLiked(id, example, liked));
  }

  /** Takes all out. Whether the link leads to a subscription. */
  public boolean erase(String manageToken) {
    return change(manageToken, (handle, id) -> new ExampleTable(handle).removeAll(id));
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
                  table.makeRoom(id, MOST);
                  table.add(id, NewExample.of(held), liked, "said by you", now);
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

  /** Tilts the order of digests. Whether the link leads to a subscription. */
  public boolean setOrder(String manageToken, DigestOrder order) {
    return change(manageToken, (handle, id) -> new OrderTable(handle).set(id, order));
  }

  /** Says how near is near enough. Whether the link leads to a subscription. */
  public boolean setCloseness(String manageToken, Closeness closeness) {
    return change(
        manageToken,
        (handle, id) -> new ExampleTable(handle).setLeastCosine(id, closeness.leastCosine()));
  }
}
