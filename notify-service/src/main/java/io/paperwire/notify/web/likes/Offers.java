package io.paperwire.notify.web.likes;

import io.paperwire.embedding.EmbeddedText;
import io.paperwire.library.Library;
import io.paperwire.library.LibraryReader;
import io.paperwire.library.Problem;
import io.paperwire.library.Work;
import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.catalogue.HeldPaper;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import io.paperwire.notify.web.catalogue.StoredVector;
import io.paperwire.notify.web.why.PaperName;
import io.paperwire.text.OrcidId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Understands what people hold up, and finds the papers that the catalogue has of it. */
@Singleton
@WebRole
class Offers {

  private static final int LONGEST_TEXT = 4_000;
  private static final int LEAST_LETTERS = 10;
  private static final int MOST_PROBLEMS = 20;

  private final PaperCatalogue catalogue;
  private final TextMeanings meanings;

  /** Made by Micronaut. */
  Offers(PaperCatalogue catalogue, TextMeanings meanings) {
    this.catalogue = catalogue;
    this.meanings = meanings;
  }

  /** A description in own words. */
  Offer described(String text) {
    String line = CleanText.line(text);
    if (line.codePoints().filter(Character::isLetter).count() < LEAST_LETTERS) {
      return Offer.problem("Please describe what you work on in a sentence or two.");
    }
    if (line.length() > LONGEST_TEXT) {
      return Offer.problem(
          "A description has at most %,d characters; this one has %,d."
              .formatted(LONGEST_TEXT, line.length()));
    }
    StoredVector vector = meanings.of(List.of(line)).getFirst();
    return new Offer(
        "your description",
        List.of(NewExample.of(line, line, vector)),
        List.of(),
        List.of(),
        List.of());
  }

  /** Papers by their ids or addresses. */
  Offer named(List<String> names) {
    Map<String, String> nameOfId = new LinkedHashMap<>();
    names.forEach(name -> PaperName.id(name).ifPresent(id -> nameOfId.putIfAbsent(id, name)));
    if (nameOfId.isEmpty() || nameOfId.size() > Likes.MOST) {
      return Offer.problem(
          nameOfId.isEmpty()
              ? "Please name a paper: by its arXiv id, its DOI or its address."
              : "At most %d papers are taken at a time; these are %d."
                  .formatted(Likes.MOST, nameOfId.size()));
    }
    Map<String, HeldPaper> held = catalogue.held(nameOfId.keySet());
    List<NewExample> examples = new ArrayList<>();
    List<String> awaited = new ArrayList<>();
    List<String> notFound = new ArrayList<>();
    nameOfId.forEach(
        (id, name) -> {
          Optional<HeldPaper> paper = Optional.ofNullable(held.get(id));
          if (paper.isPresent()) {
            examples.add(NewExample.of(paper.get()));
          } else if (mayCome(id)) {
            awaited.add(id);
          } else {
            notFound.add(name);
          }
        });
    return new Offer("chosen by you", examples, awaited, notFound, List.of());
  }

  private static boolean mayCome(String id) {
    return id.length() <= Awaited.LONGEST && PaperName.mayCome(id);
  }

  /** The papers of an author. */
  Offer ofAuthor(String text) {
    return OrcidId.read(text)
        .map(OrcidId::value)
        .map(
            orcid -> {
              List<HeldPaper> papers = catalogue.heldOfAuthor(orcid);
              return new Offer(
                  "ORCID " + orcid,
                  papers.stream().map(NewExample::of).toList(),
                  papers.isEmpty() ? List.of(Awaited.ofAuthor(orcid)) : List.of(),
                  List.of(),
                  List.of());
            })
        .orElseGet(
            () ->
                Offer.problem(
                    "'%s' is no ORCID iD such as 0000-0002-1825-0097: four times four digits, of which the"
                            .formatted(CleanText.shortened(CleanText.line(text), 60))
                        + " last may be an X and fits the others."));
  }

  /**
   * The works of a library. One that the catalogue does not have takes part by its title and
   * abstract; one that has no title is waited for by its id.
   */
  Offer ofLibrary(String file, String text) {
    Library library = LibraryReader.read(text.replace("\0", ""));
    String name = CleanText.shortened(CleanText.line(file), 80);
    Map<Work, HeldPaper> held = held(library.works());
    List<NewExample> examples = new ArrayList<>();
    List<Work> texts = new ArrayList<>();
    Set<String> awaited = new LinkedHashSet<>();
    List<String> notFound = new ArrayList<>();
    for (Work work : library.works()) {
      HeldPaper paper = held.get(work);
      if (examples.size() + texts.size() + awaited.size() >= Likes.MOST) {
        notFound.add("%s (more than %d examples)".formatted(work.name(), Likes.MOST));
      } else if (paper != null) {
        examples.add(NewExample.of(paper));
      } else if (!work.title().isEmpty()) {
        texts.add(work);
      } else {
        ids(work)
            .filter(Offers::mayCome)
            .findFirst()
            .ifPresentOrElse(
                awaited::add,
                () -> notFound.add("line %d: %s".formatted(work.line(), work.name())));
      }
    }
    examples.addAll(asTexts(texts));
    return new Offer(name, examples, List.copyOf(awaited), notFound, problems(name, library));
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
        catalogue.held(works.stream().flatMap(Offers::ids).distinct().toList());
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

  /** Of some names that are waited for, the papers that the catalogue has now. */
  Map<String, Set<String>> arrived(Collection<String> names) {
    Map<String, Set<String>> papers = new HashMap<>();
    catalogue.held(names).forEach((name, paper) -> papers.put(name, Set.of(paper.paperId())));
    for (String name : names) {
      Awaited.author(name)
          .map(orcid -> catalogue.heldOfAuthor(orcid).stream())
          .map(held -> held.map(HeldPaper::paperId).collect(Collectors.toSet()))
          .filter(held -> !held.isEmpty())
          .ifPresent(held -> papers.put(name, held));
    }
    return papers;
  }
}
