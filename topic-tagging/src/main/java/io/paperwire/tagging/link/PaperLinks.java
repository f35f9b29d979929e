package io.paperwire.tagging.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links of a paper: those that sources give, those found in abstract and comment, and the page
 * that the canonical id stands for. Each address once, and of those found so many that a text full
 * of addresses does not make the paper's record much larger than the text.
 *
 * <p>A text also names the works of others. What it says of another paper of arXiv, or of a DOI
 * that is neither the paper's own nor one of data, is no link of this paper.
 */
public final class PaperLinks {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b(?:https?://[^\\s<>\"{}|\\\\^`]+|(?:github|gitlab)\\.com/[\\w.-]+/[\\w.-]+)",
          Pattern.CASE_INSENSITIVE);

  /** One of both stands in every address. */
  private static final String SCHEME_END = "://";

  private static final String DOMAIN = ".com/";

  /** A sign that LaTeX wants escaped. */
  private static final Pattern ESCAPED = Pattern.compile("\\\\([_%#&~])");

  private static final String RESOLVER = "https://doi.org/";
  private static final String PUBLISHED = "published";

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  /** What ends a sentence or a bracket around an address and not the address itself. */
  private static final String TRAILING = ".,;:!?'\"*" + CLOSING;

  /** Where a paper has so many links, its texts add none. */
  private static final int MOST_LINKS = 100;

  private final Map<Address, PaperLink> links = new LinkedHashMap<>();

  /** That of the published work, if a source tells it. */
  private final Optional<Address> published;

  private PaperLinks(Optional<String> doi) {
    this.published = doi.map(name -> Address.of(RESOLVER + name));
  }

  /**
   * The links of a paper.
   *
   * @param paperId canonical id
   * @param doi DOI under which it was published, as its sources say
   * @param given those that its sources give, of the best source first; what they say of an address
   *     counts, and not what its place says
   * @param texts abstracts and comments
   */
  public static List<PaperLink> of(
      String paperId, Optional<String> doi, List<PaperLink> given, List<String> texts) {
    PaperLinks links = new PaperLinks(doi);
    given.forEach(links::add);
    page(paperId).ifPresent(links::add);
    texts.forEach(links::addFrom);
    return List.copyOf(links.links.values());
  }

  /** The page of a paper whose canonical id has one. */
  private static Optional<PaperLink> page(String paperId) {
    int colon = paperId.indexOf(':');
    String key = paperId.substring(colon + 1);
    return switch (paperId.substring(0, Math.max(0, colon))) {
      case "arxiv" -> Optional.of(new PaperLink("abstract", "https://arxiv.org/abs/" + key));
      case "doi" -> Optional.of(new PaperLink(PUBLISHED, RESOLVER + key));
      default -> Optional.empty();
    };
  }

  private void addFrom(String text) {
    if (!text.contains(SCHEME_END) && !text.contains(DOMAIN)) {
      return; // as most texts: searching them costs as much as judging them
    }
    Matcher matcher = ADDRESS.matcher(withoutEscapes(text));
    while (links.size() < MOST_LINKS && matcher.find()) {
      String address = withoutTrailing(matcher.group());
      String url = address.regionMatches(true, 0, "http", 0, 4) ? address : "https://" + address;
      relation(Address.of(url)).ifPresent(rel -> add(new PaperLink(rel, url)));
    }
  }

  private static String withoutEscapes(String text) {
    return text.indexOf('\\') < 0 ? text : ESCAPED.matcher(text).replaceAll("$1");
  }

  private void add(PaperLink link) {
    links.putIfAbsent(Address.of(withoutTrailing(link.url())), link);
  }

  /** Leaves the bracket that closes one of the address's own, as in {@code .../Set_(abstract)}. */
  private static String withoutTrailing(String address) {
    int end = address.length();
    long closedTooOften = count(CLOSING, address) - count(OPENING, address);
    while (end > 0 && TRAILING.indexOf(address.charAt(end - 1)) >= 0) {
      if (CLOSING.indexOf(address.charAt(end - 1)) >= 0) {
        if (closedTooOften <= 0) {
          break;
        }
        closedTooOften--;
      }
      end--;
    }
    return address.substring(0, end);
  }

  private static long count(String brackets, String address) {
    return address.chars().filter(letter -> brackets.indexOf(letter) >= 0).count();
  }

  /** What an address in a text is to the paper; nothing if it belongs to another one, or is cut. */
  private Optional<String> relation(Address address) {
    if (published.filter(address::equals).isPresent()) {
      return Optional.of(PUBLISHED);
    }
    if (address.isData()) {
      return Optional.of("data");
    }
    if (address.isDoi() || address.isPaperOfArxiv() || !address.isWhole()) {
      return Optional.empty();
    }
    return Optional.of(address.isCode() ? PaperLink.CODE : "project");
  }
}
