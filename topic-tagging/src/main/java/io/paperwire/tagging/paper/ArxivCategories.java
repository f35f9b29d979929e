package io.paperwire.tagging.paper;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells arXiv's categories from the subjects of other sources: bioRxiv's "cell biology", OpenAlex's
 * topics. A category is {@code archive.CLASS}, or an archive without classes. Source: arXiv,
 * "Category Taxonomy", and the archives closed since.
 */
final class ArxivCategories {

  /** Archives with classes. */
  private static final Set<String> DIVIDED =
      Set.of("cs", "econ", "eess", "math", "nlin", "physics", "q-bio", "q-fin", "stat");

  /** Archives whose papers may be in no class. */
  private static final Set<String> UNDIVIDED =
      Set.of(
          "astro-ph",
          "cond-mat",
          "gr-qc",
          "hep-ex",
          "hep-lat",
          "hep-ph",
          "hep-th",
          "math-ph",
          "nucl-ex",
          "nucl-th",
          "quant-ph",
          "acc-phys",
          "adap-org",
          "alg-geom",
          "ao-sci",
          "atom-ph",
          "bayes-an",
          "chao-dyn",
          "chem-ph",
          "cmp-lg",
          "comp-gas",
          "dg-ga",
          "funct-an",
          "mtrl-th",
          "patt-sol",
          "plasm-ph",
          "q-alg",
          "solv-int",
          "supr-con");

  private static final Pattern FORM = Pattern.compile("([a-z-]+)(\\.[a-z-]{2,})?");

  private ArxivCategories() {}

  /** Whether any of some categories is one of arXiv's. */
  static boolean areAmong(List<String> categories) {
    return categories.stream().anyMatch(ArxivCategories::isOne);
  }

  private static boolean isOne(String category) {
    Matcher form = FORM.matcher(category.toLowerCase(Locale.ROOT));
    return form.matches()
        && (UNDIVIDED.contains(form.group(1))
            || (form.group(2) != null && DIVIDED.contains(form.group(1))));
  }
}
