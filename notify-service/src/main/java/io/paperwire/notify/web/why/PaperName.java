package io.paperwire.notify.web.why;

import io.paperwire.notify.paper.IdPaths;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people take for the name of a paper: its id, or an address of its page. */
public final class PaperName {

  private static final Pattern ARXIV =
      Pattern.compile(
          "(?i)(?:(?:https?://)?(?:www\\.|export\\.)?arxiv\\.org/(?:abs|pdf|html)/|arxiv:\\s*"
              + "|(?:(?:https?://)?(?:dx\\.)?doi\\.org/|doi:)?10\\.48550/arxiv\\.)?"
              + "(?:(\\d{4}\\.\\d{4,5})|([a-z-]+)(?:\\.[a-z-]{2,})?(/\\d{7}))(?:v\\d+)?(?:\\.pdf)?(?:[?#]\\S*)?");
  private static final Pattern DOI =
      Pattern.compile("(?i)(?:((?:https?://)?(?:dx\\.)?doi\\.org/)|doi:\\s*)?(10\\.\\d{4,9}/\\S+)");
  private static final Pattern OURS = Pattern.compile("https?://[^/]+/papers/(\\S+)");

  /** A scheme and a key, as every id of a paper has. */
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*:\\S(?:.*\\S)?");

  /** A paper's number, in which the month of its announcement stands. */
  private static final Pattern ARXIV_MONTH =
      Pattern.compile(
          "(?i)arxiv:(?:\\d\\d(?:0[1-9]|1[0-2])\\.|[a-z-]+(?:\\.[a-z]{2})?/\\d\\d(?:0[1-9]|1[0-2])).+");

  private static final Pattern ELSEWHERE = Pattern.compile("(?i)https?://\\S+");
  private static final int LONGEST = 1_000;

  private PaperName() {}

  /** The paper's id; empty if what was typed is written as no id and no address. */
  public static Optional<String> written(String typed) {
    return id(typed).filter(id -> ID.matcher(id).matches());
  }

  /**
   * Whether a text names a paper and can mean nothing else, be the paper known or not: an id of
   * arXiv, a DOI or an address.
   */
  public static boolean isNothingElse(String typed) {
    return ELSEWHERE.matcher(typed.strip()).matches()
        || id(typed).filter(id -> id.startsWith("arxiv:") || id.startsWith("doi:")).isPresent();
  }

  /** Whether a paper of this id may come some day: it is no address, and arXiv may give it. */
  public static boolean mayCome(String id) {
    return ID.matcher(id).matches()
        && !ELSEWHERE.matcher(id).matches()
        && (!id.startsWith("arxiv:") || ARXIV_MONTH.matcher(id).matches());
  }

  /** The paper's id, for which any text is taken; empty if nothing was typed. */
  public static Optional<String> id(String typed) {
    String text = typed.strip();
    return text.isEmpty() || text.length() > LONGEST
        ? Optional.empty()
        : Optional.of(read(text)).filter(id -> id.indexOf('\0') < 0);
  }

  private static String read(String text) {
    Matcher ours = OURS.matcher(text);
    String name = ours.matches() ? IdPaths.decoded(ours.group(1)) : text;
    Matcher arxiv = ARXIV.matcher(name);
    if (arxiv.matches()) {
      return "arxiv:" + arxivKey(arxiv);
    }
    Matcher doi = DOI.matcher(name);
    return doi.matches() ? "doi:" + doiOf(doi).toLowerCase(Locale.ROOT) : name;
  }

  /** An old id is an archive in small letters and a number; a subject class is no part of it. */
  private static String arxivKey(Matcher arxiv) {
    return arxiv.group(1) == null
        ? arxiv.group(2).toLowerCase(Locale.ROOT) + arxiv.group(3)
        : arxiv.group(1);
  }

  /** In an address a DOI is encoded; a bare one may have a percent sign of its own. */
  private static String doiOf(Matcher doi) {
    return doi.group(1) == null ? doi.group(2) : IdPaths.decoded(doi.group(2));
  }
}
