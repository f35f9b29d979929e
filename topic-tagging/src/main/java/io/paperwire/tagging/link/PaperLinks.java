package io.paperwire.tagging.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links of a paper: those that sources give, those found in abstract and comment, and the page
 * that the canonical id stands for. Each address once.
 */
public final class PaperLinks {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b(?:https?://[^\\s<>\"{}|\\\\^`]+|(?:github|gitlab)\\.com/[\\w.-]+/[\\w.-]+)",
          Pattern.CASE_INSENSITIVE);

  /** One of both stands in every address. */
  private static final String SCHEME_END = "://";

  private static final String DOMAIN = ".com/";

  /** What ends a sentence or a bracket around an address and not the address itself. */
  private static final String TRAILING = ".,;:!?)]}'\"*";

  private static final List<String> CODE =
      List.of("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sourceforge.net");
  private static final List<String> DATA =
      List.of(
          "zenodo.org", "kaggle.com", "figshare.com", "dataverse.org", "huggingface.co/datasets");

  private final Map<String, PaperLink> links = new LinkedHashMap<>();

  private PaperLinks() {}

  /**
   * The links of a paper.
   *
   * @param paperId canonical id
   * @param given those that its sources give, of the best source first; what they say of an address
   *     counts, and not what its place says
   * @param texts abstracts and comments
   */
  public static List<PaperLink> of(String paperId, List<PaperLink> given, List<String> texts) {
    PaperLinks links = new PaperLinks();
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
      case "doi" -> Optional.of(new PaperLink("published", "https://doi.org/" + key));
      default -> Optional.empty();
    };
  }

  private void addFrom(String text) {
    if (!text.contains(SCHEME_END) && !text.contains(DOMAIN)) {
      return; // as most texts: searching them costs as much as judging them
    }
    Matcher matcher = ADDRESS.matcher(text);
    while (matcher.find()) {
      String address = withoutTrailing(matcher.group());
      String url = address.regionMatches(true, 0, "http", 0, 4) ? address : "https://" + address;
      add(new PaperLink(relation(url), url));
    }
  }

  private void add(PaperLink link) {
    links.putIfAbsent(identity(link.url()), link);
  }

  /** What two spellings of one address have in common. */
  private static String identity(String url) {
    String address = withoutTrailing(url.toLowerCase(Locale.ROOT));
    address = without("https://", without("http://", address));
    address = without("www.", address);
    return withoutEnd(".git", withoutEnd("/", address));
  }

  private static String without(String beginning, String text) {
    return text.startsWith(beginning) ? text.substring(beginning.length()) : text;
  }

  private static String withoutEnd(String end, String text) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
  }

  private static String withoutTrailing(String address) {
    int end = address.length();
    while (end > 0 && TRAILING.indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    return address.substring(0, end);
  }

  private static String relation(String url) {
    String place = identity(url);
    if (CODE.stream().anyMatch(place::startsWith)) {
      return PaperLink.CODE;
    }
    if (DATA.stream().anyMatch(place::startsWith)) {
      return "data";
    }
    return place.startsWith("doi.org/") ? "published" : "project";
  }
}
