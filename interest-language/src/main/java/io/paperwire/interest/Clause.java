package io.paperwire.interest;

import io.paperwire.text.AuthorName;
import io.paperwire.text.OrcidId;
import io.paperwire.text.TextAnalyzer;
import io.paperwire.topics.ArxivCategories;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One condition on a paper. Constructors refuse, with an {@link IllegalArgumentException}, whatever
 * the language cannot write.
 */
public sealed interface Clause extends Expression {

  /** Where words have to stand. */
  enum Scope {
    /** In the title or in the abstract. */
    ANYWHERE,
    /** In the title. */
    TITLE,
    /** In the abstract. */
    ABSTRACT
  }

  /** What happened to a paper last. */
  enum Kind {
    /** It appeared. */
    ANNOUNCED,
    /** A new version appeared. */
    REVISED,
    /** It was listed in another category. */
    CROSS_LISTED,
    /** A journal or a conference published it. */
    PUBLISHED,
    /** It was withdrawn. */
    WITHDRAWN
  }

  /** What a paper contributes. */
  enum Contribution {
    /** It reviews what others did. */
    SURVEY,
    /** It argues for something. */
    POSITION,
    /** A way to measure and compare. */
    BENCHMARK,
    /** Data. */
    DATASET,
    /** A proof. */
    THEORY,
    /** Software, or how something was built and runs. */
    SYSTEM,
    /** A method, or a study of one. */
    METHOD
  }

  /**
   * A word or a phrase. Several words have to follow one another; parts that a comma or a bracket
   * separates may stand apart.
   *
   * @param scope where
   * @param text as the subscriber wrote it, with at least one letter or digit
   */
  record Words(Scope scope, String text) implements Clause {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if there is nothing in it to look for
     */
    public Words {
      checkQuotable("phrase", text);
      if (TextAnalyzer.analyze(text).words().isEmpty()) {
        throw new IllegalArgumentException("'" + text + "' has no letter and no digit");
      }
    }
  }

  /**
   * An author's name.
   *
   * @param name in reading order, or with the family name before a comma
   */
  record Author(String name) implements Clause {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if there is no letter in it
     */
    public Author {
      checkQuotable("name", name);
      if (AuthorName.of(name).isEmpty()) {
        throw new IllegalArgumentException("'" + name + "' has no letter");
      }
    }
  }

  /**
   * An author by the ORCID iD, which names one person in the world.
   *
   * @param id 16 digits in groups of four, the last of which may be an X
   */
  record Orcid(String id) implements Clause {

    /**
     * Checks the id, with its check digit.
     *
     * @throws IllegalArgumentException if it is none
     */
    public Orcid {
      id = new OrcidId(id).value();
    }
  }

  /**
   * A category of arXiv or of another source, such as {@code cs.CL} and {@code cell biology}; case
   * makes no difference. The name of an archive of arXiv is none, because it stands for {@link
   * Archive all of it}.
   *
   * @param code as the source writes it
   */
  record Category(String code) implements Clause {

    private static final Pattern PLAIN =
        Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}(\\.[A-Za-z0-9-]{1,40})?");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /**
     * Checks the code.
     *
     * @throws IllegalArgumentException if no category can be written so
     */
    public Category {
      code = SPACE.matcher(code.strip()).replaceAll(" ");
      checkQuotable("category", code);
      if (code.endsWith(".*") || code.chars().noneMatch(Character::isLetterOrDigit)) {
        throw new IllegalArgumentException("'" + code + "' is no category such as cs.CL");
      }
      if (ArxivCategories.load().isArchive(code)) {
        throw new IllegalArgumentException("'" + code + "' is an archive: " + code + ".*");
      }
    }

    /** Whether it may be written without quotation marks. */
    static boolean isPlain(String code) {
      return PLAIN.matcher(code).matches();
    }

    /** Whether a category of a paper is the one that is asked for. */
    public boolean includes(String category) {
      return category.toLowerCase(Locale.ROOT).equals(code.toLowerCase(Locale.ROOT));
    }
  }

  /**
   * An archive: its categories, such as {@code cs.CL}, and what is filed under the archive itself,
   * such as {@code hep-th}; case makes no difference.
   *
   * @param name what stands before the full stop
   */
  record Archive(String name) implements Clause {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if no archive can be named so
     */
    public Archive {
      check(FORM, name, "archive such as cs.*");
    }

    /** Whether a category of a paper is one of the archive. */
    public boolean includes(String category) {
      String archive = ArxivCategories.archiveOf(category);
      return archive.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT));
    }
  }

  /**
   * A topic or one that is narrower.
   *
   * @param id the topic's id in the vocabulary
   * @param leastPercent how sure it has to be, in hundredths, in [0, 100]
   */
  record Topic(String id, int leastPercent) implements Clause {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,80}(-[a-z0-9]{1,80}){0,20}");

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if no topic can have that id, or the score is out of range
     */
    public Topic {
      check(FORM, id, "topic's id such as graph-neural-networks");
      if (leastPercent < 0 || leastPercent > 100) {
        throw new IllegalArgumentException("a score is in [0, 1]");
      }
    }
  }

  /**
   * Who told of the paper: a source such as {@code arxiv-feed}, or all of a family, as {@code
   * arxiv} is of those whose names begin with {@code arxiv-}.
   *
   * @param name the name of the source or of the family, in lower case
   */
  record Source(String name) implements Clause {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,40}([-_][a-z0-9]{1,40}){0,5}");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if no source can have that name
     */
    public Source {
      check(FORM, name, "source such as arxiv");
    }

    /**
     * The names by which a source may be asked for: its own first, then those of its families.
     *
     * @param source the source's name, as its events carry it
     */
    public static List<String> namesOf(String source) {
      List<String> names = new ArrayList<>();
      String name = source.toLowerCase(Locale.ROOT);
      int end = name.length();
      while (end > 0) {
        names.add(name.substring(0, end));
        end = name.lastIndexOf('-', end - 1);
      }
      return List.copyOf(names);
    }

    /** Whether a source is the one that is asked for, or of that family. */
    public boolean includes(String source) {
      return namesOf(source).contains(name);
    }
  }

  /**
   * What happened to the paper last.
   *
   * @param kind what
   */
  record Happened(Kind kind) implements Clause {}

  /**
   * What the paper contributes.
   *
   * @param contribution what
   */
  record Contributes(Contribution contribution) implements Clause {}

  /** The paper has code that one can read. */
  record HasCode() implements Clause {}

  /** The paper gets much attention right now. */
  record Trending() implements Clause {}

  /**
   * What a category asks for as it is written: the name of an archive of arXiv asks for all of it.
   *
   * @throws IllegalArgumentException if no category can be written so
   */
  static Clause inCategory(String written) {
    return ArxivCategories.load().isArchive(written) ? new Archive(written) : new Category(written);
  }

  /**
   * Whom a name asks for as it is written: an ORCID iD asks for its person.
   *
   * @throws IllegalArgumentException if no author can be written so, or the iD is mistyped
   */
  static Clause byAuthor(String written) {
    return OrcidId.usualForm(written).<Clause>map(Orcid::new).orElseGet(() -> new Author(written));
  }

  private static void check(Pattern form, String text, String what) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is no " + what);
    }
  }

  private static void checkQuotable(String what, String text) {
    if (text.length() > Limits.LONGEST_PHRASE) {
      throw new IllegalArgumentException(
          "a %s has at most %d characters, not %d"
              .formatted(what, Limits.LONGEST_PHRASE, text.length()));
    }
    if (text.indexOf('"') >= 0 || !text.equals(text.strip())) {
      throw new IllegalArgumentException(
          "a " + what + " has no quotation mark in it and no space around it");
    }
  }
}
