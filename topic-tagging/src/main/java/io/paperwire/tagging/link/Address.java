package io.paperwire.tagging.link;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An address in the form in which two spellings of it are equal.
 *
 * @param host in lower case, without {@code www.}
 * @param path what follows the host and its slash; in lower case where case makes no difference,
 *     which is so of DOIs and at forges; empty if there is nothing
 */
record Address(String host, String path) {

  private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOST =
      Pattern.compile("[\\p{L}\\p{N}_-]++(?:\\.[\\p{L}\\p{N}_-]++)++(?::\\d+)?");

  /** So long the name of a host may be (RFC 1035). */
  private static final int LONGEST_HOST = 253;

  private static final String RESOLVER = "doi.org";
  private static final String OLD_RESOLVER = "dx.doi.org";
  private static final Pattern ARXIV_PAPER =
      Pattern.compile("(?:abs|pdf|html|format|ps)/.*", Pattern.DOTALL);

  private static final Set<String> CODE =
      Set.of(
          "github.com",
          "gitlab.com",
          "gitee.com",
          "bitbucket.org",
          "codeberg.org",
          "sourceforge.net",
          "anonymous.4open.science");

  private static final Set<String> DATA =
      Set.of(
          "zenodo.org",
          "figshare.com",
          "dataverse.org",
          "osf.io",
          "datadryad.org",
          "openneuro.org",
          "gigadb.org",
          "physionet.org",
          "ieee-dataport.org",
          "data.mendeley.com");

  /** Sites of models, notebooks and contests of which one part holds data. */
  private static final Set<String> WITH_DATASETS = Set.of("huggingface.co", "hf.co", "kaggle.com");

  /** Registrants that name data and no articles, as those who run them say. */
  private static final Set<String> DATA_REGISTRANTS =
      Set.of(
          "10.5281", // Zenodo
          "10.5061", // Dryad
          "10.6084", // figshare
          "10.7910", // Harvard Dataverse
          "10.5683", // Borealis
          "10.17605", // OSF
          "10.18112", // OpenNeuro
          "10.5524", // GigaDB
          "10.17632", // Mendeley Data
          "10.21227", // IEEE DataPort
          "10.13026", // PhysioNet
          "10.57967", // Hugging Face
          "10.34740", // Kaggle
          "10.24432", // UCI Machine Learning Repository
          "10.7937", // The Cancer Imaging Archive
          "10.1594"); // PANGAEA

  /** Reads an absolute http or https address. */
  static Address of(String url) {
    String place = SCHEME.matcher(url).replaceFirst("");
    int slash = place.indexOf('/');
    int end = slash < 0 ? place.length() : slash;
    String path = place.substring(Math.min(end + 1, place.length()));
    Address written =
        new Address(
            host(place.substring(0, end).toLowerCase(Locale.ROOT)),
            withoutEnd(".git", withoutEnd("/", path)));
    return written.isDoi() || written.isCode()
        ? new Address(written.host, written.path.toLowerCase(Locale.ROOT))
        : written;
  }

  private static String host(String name) {
    String plain = name.startsWith("www.") ? name.substring("www.".length()) : name;
    return plain.equals(OLD_RESOLVER) ? RESOLVER : plain;
  }

  private static String withoutEnd(String end, String text) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
  }

  /** Whether it leads anywhere: {@code https://github}, cut off at a space, does not. */
  boolean isWhole() {
    return host.length() <= LONGEST_HOST && HOST.matcher(host).matches();
  }

  /** Whether it is that of a DOI. */
  boolean isDoi() {
    return host.equals(RESOLVER);
  }

  /** Whether it is the page or the text of a paper of arXiv. */
  boolean isPaperOfArxiv() {
    return isOf("arxiv.org") && ARXIV_PAPER.matcher(path).matches();
  }

  boolean isCode() {
    return CODE.stream().anyMatch(this::isOf) || host.startsWith("gitlab.");
  }

  boolean isData() {
    return isDoi()
        ? DATA_REGISTRANTS.contains(path.replaceFirst("/.*", ""))
        : DATA.stream().anyMatch(this::isOf)
            || host.startsWith("dataverse.")
            || (WITH_DATASETS.contains(host) && path.startsWith("datasets/"));
  }

  /** Whether it is at a site or at a part of it, as {@code gist.github.com} is. */
  private boolean isOf(String site) {
    return host.equals(site) || host.endsWith("." + site);
  }
}
