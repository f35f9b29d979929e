package io.paperwire.interest;

import io.paperwire.interest.Clause.Scope;
import io.paperwire.text.AuthorName;
import io.paperwire.topics.ArxivCategories;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns a value, and the field before it, into a clause. */
final class FieldValues {

  private static final Pattern SCORED = Pattern.compile("([^<>=]+)>=(.*)");
  private static final Pattern SCORE = Pattern.compile("0(\\.\\d{1,2})?|1(\\.0{1,2})?");

  /** At the edge of a word, a bar or a wildcard anywhere; "L^2" and "C*-algebra" are words. */
  private static final Pattern SIGN =
      Pattern.compile(
          "^[*~^]|^!(?=[\\p{L}\\p{N}])|[|]|[*~^]$|~[0-9.]+$" + "|(?<=\\p{L})[*?](?=\\p{L})");

  private static final int SUGGESTIONS = 3;
  private static final String ALL_OF_IT = ".*";
  private static final Map<String, Clause> KINDS = kindClauses();

  private final Optional<Vocabulary> vocabulary;
  private final Strictness strictness;

  /** What becomes of a value that may be misread. */
  enum Strictness {
    /** It is refused: whoever writes it can be asked. */
    STRICT,
    /** It is read: nobody is there to be asked, and what was accepted once stays. */
    LENIENT
  }

  /**
   * Reads values.
   *
   * @param vocabulary the topics that there are; if none is given, any may be asked for
   * @param strictness what becomes of values that may be misread
   */
  FieldValues(Optional<Vocabulary> vocabulary, Strictness strictness) {
    this.vocabulary = vocabulary;
    this.strictness = strictness;
  }

  /** The field that a token names. */
  Field field(Token name) {
    return Field.named(name.text())
        .orElseThrow(
            () ->
                new SyntaxException(
                    name.start(),
                    "there is no field " + name.name(),
                    "one of " + Field.list() + ", or quotation marks around the word"));
  }

  /** The clause of a value after a field, or of words that stand alone. */
  Clause clause(Optional<Field> field, Token value) {
    return field.map(named -> fielded(named, value)).orElseGet(() -> alone(value));
  }

  /** What may stand after a field, for messages. */
  String example(Field field) {
    return switch (field) {
      case TI, AB -> "a word or a \"phrase\"";
      case AU -> "a name such as \"J. M\u00FCller\" or an ORCID iD";
      case CAT -> "a category such as cs.CL or \"cell biology\", or cs.* for a whole archive";
      case TOPIC ->
          "a topic's id such as graph-neural-networks, or one with a score as in llm>=0.8";
      case SOURCE -> "a source such as arxiv";
      case KIND -> kinds();
      case CODE -> "yes";
    };
  }

  /**
   * A name of several words needs quotation marks; without them one had to guess where it ends.
   *
   * @param clause made of the value
   * @param next what follows the value
   */
  void checkEndOfName(Clause clause, Token value, Token next) {
    boolean bare = value.type() == TokenType.BARE && next.type() == TokenType.BARE;
    if (isStrict() && bare && clause instanceof Clause.Author && mayGoOn(value, next)) {
      throw new SyntaxException(
          next.start(),
          next.name() + " may belong to the name " + value.name() + " or be a word",
          "quotation marks around the whole name, as in au:\"%s %s\", or AND between name and word"
              .formatted(value.text(), next.text()));
    }
  }

  /** Behind a name with a capital a word without one is a word; else case tells nothing. */
  private static boolean mayGoOn(Token value, Token next) {
    int first = next.text().codePointAt(0);
    return value.text().endsWith(",")
        || Character.isUpperCase(first)
        || AuthorName.isParticle(next.text())
        || (isWithoutCapitals(value.text())
            && Character.isLetter(first)
            && !isKeyword(next.text()));
  }

  private static boolean isWithoutCapitals(String text) {
    return text.codePoints().noneMatch(Character::isUpperCase);
  }

  private static boolean isKeyword(String word) {
    return isOperator(word) || isTrending(word);
  }

  private static boolean isTrending(String word) {
    return word.equalsIgnoreCase("trending");
  }

  private boolean isStrict() {
    return strictness == Strictness.STRICT;
  }

  private Clause alone(Token value) {
    if (value.type() == TokenType.BARE) {
      refuseSigns(value);
      if (isTrending(value.text())) {
        return new Clause.Trending();
      }
      refuseOperatorInLowerCase(value);
    }
    return made(value, "a word or a \"phrase\"", text -> new Clause.Words(Scope.ANYWHERE, text));
  }

  private Clause fielded(Field field, Token value) {
    if (value.type() == TokenType.BARE) {
      refuseOperatorInLowerCase(value);
    }
    switch (field) {
      case TI, AB, AU -> refuseSigns(value);
      case CAT, TOPIC, SOURCE, KIND, CODE -> {}
    }
    return switch (field) {
      case TI -> made(value, example(field), text -> new Clause.Words(Scope.TITLE, text));
      case AB -> made(value, example(field), text -> new Clause.Words(Scope.ABSTRACT, text));
      case AU -> made(value, example(field), Clause::byAuthor);
      case CAT -> category(value);
      case TOPIC -> topic(value);
      case SOURCE ->
          made(value, example(field), text -> new Clause.Source(text.toLowerCase(Locale.ROOT)));
      case KIND -> kind(value);
      case CODE -> code(value);
    };
  }

  private Clause category(Token value) {
    String text = value.text();
    if (text.endsWith(ALL_OF_IT)) {
      String archive = text.substring(0, text.length() - ALL_OF_IT.length());
      return made(value, example(Field.CAT), _ -> new Clause.Archive(archive));
    }
    if (value.type() == TokenType.BARE && !Clause.Category.isPlain(text)) {
      throw new SyntaxException(
          value.start(), value.name() + " is no category such as cs.CL", example(Field.CAT));
    }
    if (isStrict()) {
      checkCategory(value);
    }
    return made(value, example(Field.CAT), Clause::inCategory);
  }

  /** In an archive of arXiv there are no others than those that are known. */
  private static void checkCategory(Token value) {
    String code = value.text();
    String archive = ArxivCategories.archiveOf(code);
    ArxivCategories arxiv = ArxivCategories.load();
    if (Clause.Category.isPlain(code)
        && !archive.equals(code)
        && arxiv.isArchive(archive)
        && !arxiv.isCategory(code)) {
      String near =
          arxiv.nearest(code, SUGGESTIONS).stream()
              .map(category -> category.code() + " (" + category.name() + ")")
              .collect(Collectors.joining(" or "));
      String all = archive + ALL_OF_IT + " for the whole archive";
      throw new SyntaxException(
          value.start(),
          "arXiv has no category '" + code + "'",
          near.isEmpty() ? "one that it has, or " + all : near + ", or " + all);
    }
  }

  private Clause topic(Token value) {
    Matcher scored = SCORED.matcher(value.text());
    boolean hasScore = scored.matches();
    String id = (hasScore ? scored.group(1) : value.text()).toLowerCase(Locale.ROOT);
    int least = hasScore ? percent(value, scored.start(2), scored.group(2)) : 0;
    if (vocabulary.filter(known -> known.topic(id).isPresent()).isPresent()) {
      return new Clause.Topic(id, least);
    }
    String expected = idOfLabel(id).orElseGet(() -> example(Field.TOPIC));
    Clause clause = made(value, expected, _ -> new Clause.Topic(id, least));
    vocabulary.ifPresent(known -> refuseUnknown(known, id, value));
    return clause;
  }

  private static int percent(Token value, int offset, String score) {
    if (!SCORE.matcher(score).matches()) {
      throw new SyntaxException(
          value.contentStart() + offset,
          "'" + score + "' is no score",
          "a number from 0 to 1 with at most two decimals, such as 0.8");
    }
    return Math.toIntExact(Math.round(Double.parseDouble(score) * 100));
  }

  private void refuseUnknown(Vocabulary vocabulary, String id, Token value) {
    List<ResearchTopic> near = vocabulary.suggest(id.replace('-', ' '), SUGGESTIONS);
    String expected =
        near.isEmpty()
            ? "a topic of the vocabulary, or the words themselves in quotation marks"
            : idOfLabel(id)
                .orElseGet(
                    () -> near.stream().map(ResearchTopic::id).collect(Collectors.joining(" or ")));
    throw new SyntaxException(value.start(), "there is no topic '" + id + "'", expected);
  }

  /** Who writes the whole label of a topic means that one. */
  private Optional<String> idOfLabel(String label) {
    return vocabulary.stream()
        .flatMap(known -> known.topics().stream())
        .filter(topic -> topic.label().equalsIgnoreCase(label))
        .findFirst()
        .map(topic -> "its id, as in topic:" + topic.id());
  }

  /** One word for what happened to a paper and for what it contributes; no two are alike. */
  private static Clause kind(Token value) {
    return Optional.ofNullable(KINDS.get(value.text().toLowerCase(Locale.ROOT)))
        .orElseThrow(
            () -> new SyntaxException(value.start(), "there is no kind " + value.name(), kinds()));
  }

  private static Map<String, Clause> kindClauses() {
    Map<String, Clause> clauses = new LinkedHashMap<>();
    for (Clause.Kind kind : Clause.Kind.values()) {
      clauses.put(written(kind), new Clause.Happened(kind));
    }
    for (Clause.Contribution contribution : Clause.Contribution.values()) {
      clauses.put(written(contribution), new Clause.Contributes(contribution));
    }
    return Collections.unmodifiableMap(clauses);
  }

  private static Clause code(Token value) {
    if (!value.text().equalsIgnoreCase("yes")) {
      throw new SyntaxException(
          value.start(),
          value.name() + " is no value of 'code:'",
          "code:yes, or NOT code:yes for papers without");
    }
    return new Clause.HasCode();
  }

  /** A kind as it is written. */
  static String written(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String kinds() {
    return String.join(", ", KINDS.keySet());
  }

  /** Signs that are operators elsewhere, where they would be dropped from a word in silence. */
  private void refuseSigns(Token value) {
    Matcher sign = SIGN.matcher(value.text());
    if (isStrict() && value.type() == TokenType.BARE && sign.find()) {
      char c = value.text().charAt(sign.start());
      String instead =
          switch (c) {
            case '|' -> "OR in capitals";
            case '!' -> "NOT or '-' before the word";
            case '*' -> "the word without it, whose plurals are found anyway";
            case '?' -> "whole words, OR between several";
            default -> "the word without it";
          };
      throw new SyntaxException(
          value.start() + sign.start(),
          "'" + c + "' has no meaning here",
          instead + ", or quotation marks around what is meant as it stands");
    }
  }

  private static void refuseOperatorInLowerCase(Token value) {
    if (isOperator(value.text())) {
      String word = value.text();
      throw new SyntaxException(
          value.start(),
          "'" + word + "' may be a word or the operator",
          word.toUpperCase(Locale.ROOT) + " for the operator or \"" + word + "\" for the word");
    }
  }

  /** Whether a word is AND, OR or NOT in any case. */
  static boolean isOperator(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "AND", "OR", "NOT" -> true;
      default -> false;
    };
  }

  private static Clause made(Token value, String expected, Function<String, Clause> constructor) {
    try {
      return constructor.apply(value.text());
    } catch (IllegalArgumentException refused) {
      throw new SyntaxException(value.start(), String.valueOf(refused.getMessage()), expected);
    }
  }
}
