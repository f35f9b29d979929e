package io.paperwire.text;

import java.util.Map;
import java.util.Set;

/**
 * Puts plural nouns into the singular, by the regular rules of English and a list of the Latin and
 * Greek plurals that science uses. In doubt a word stays as it is: to miss a plural costs less than
 * to take two words for one.
 */
final class Plurals {

  private static final int SHORTEST = 4;

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("matrices", "matrix"),
          Map.entry("indices", "index"),
          Map.entry("vertices", "vertex"),
          Map.entry("vortices", "vortex"),
          Map.entry("simplices", "simplex"),
          Map.entry("appendices", "appendix"),
          Map.entry("helices", "helix"),
          Map.entry("axes", "axis"),
          Map.entry("crises", "crisis"),
          Map.entry("criteria", "criterion"),
          Map.entry("phenomena", "phenomenon"),
          Map.entry("automata", "automaton"),
          Map.entry("corpora", "corpus"),
          Map.entry("genera", "genus"),
          Map.entry("spectra", "spectrum"),
          Map.entry("quanta", "quantum"),
          Map.entry("momenta", "momentum"),
          Map.entry("minima", "minimum"),
          Map.entry("maxima", "maximum"),
          Map.entry("optima", "optimum"),
          Map.entry("equilibria", "equilibrium"),
          Map.entry("curricula", "curriculum"),
          Map.entry("bacteria", "bacterium"),
          Map.entry("mitochondria", "mitochondrion"),
          Map.entry("schemata", "schema"),
          Map.entry("stimuli", "stimulus"),
          Map.entry("nuclei", "nucleus"),
          Map.entry("loci", "locus"),
          Map.entry("foci", "focus"),
          Map.entry("fungi", "fungus"),
          Map.entry("radii", "radius"),
          Map.entry("formulae", "formula"),
          Map.entry("nebulae", "nebula"),
          Map.entry("supernovae", "supernova"),
          Map.entry("antennae", "antenna"),
          Map.entry("algae", "alga"),
          Map.entry("larvae", "larva"),
          Map.entry("mice", "mouse"),
          Map.entry("children", "child"),
          Map.entry("women", "woman"),
          Map.entry("leaves", "leaf"),
          Map.entry("wolves", "wolf"),
          Map.entry("quizzes", "quiz"),
          Map.entry("lenses", "lens"),
          Map.entry("gases", "gas"),
          Map.entry("buses", "bus"),
          Map.entry("viruses", "virus"),
          Map.entry("coronaviruses", "coronavirus"),
          Map.entry("corpuses", "corpus"),
          Map.entry("statuses", "status"),
          Map.entry("campuses", "campus"),
          Map.entry("censuses", "census"),
          Map.entry("caches", "cache"),
          Map.entry("headaches", "headache"),
          Map.entry("niches", "niche"),
          Map.entry("avalanches", "avalanche"),
          Map.entry("movies", "movie"),
          Map.entry("cookies", "cookie"),
          Map.entry("calories", "calorie"),
          Map.entry("selfies", "selfie"),
          Map.entry("shoes", "shoe"),
          Map.entry("canoes", "canoe"),
          Map.entry("gpus", "gpu"),
          Map.entry("cpus", "cpu"),
          Map.entry("tpus", "tpu"),
          Map.entry("npus", "npu"),
          Map.entry("menus", "menu"),
          Map.entry("apis", "api"),
          Map.entry("emojis", "emoji"));

  /** Words that end like a plural and are none, or whose singular means something else. */
  private static final Set<String> UNCHANGED =
      Set.of(
          "news",
          "lens",
          "means",
          "kmeans",
          "series",
          "species",
          "always",
          "perhaps",
          "towards",
          "besides",
          "whereas",
          "afterwards",
          "sometimes",
          "does",
          "goes",
          "chaos",
          "cosmos",
          "ethos",
          "pathos",
          "kudos",
          "pancreas",
          "overseas",
          "texas",
          "kansas",
          "atlas",
          "canvas",
          "christmas",
          "diabetes",
          "herpes",
          "measles",
          "rabies",
          "sars",
          "mars",
          "bayes",
          "keras",
          "stokes",
          "hobbes",
          "james",
          "thomas",
          "lucas",
          "paris",
          "los",
          "las");

  /** Nouns that can be counted, among the many in -ics that are names of fields. */
  private static final Set<String> COUNTED_IN_ICS =
      Set.of(
          "metrics",
          "topics",
          "heuristics",
          "characteristics",
          "critics",
          "mosaics",
          "comics",
          "clinics",
          "fabrics",
          "logics",
          "antibiotics",
          "epidemics",
          "pandemics");

  private Plurals() {}

  /** The singular of a folded word, or the word itself. */
  static String singular(String word) {
    int length = word.length();
    if (length < SHORTEST) {
      return word;
    }
    char last = word.charAt(length - 1);
    if (last != 's') {
      return last == 'a' || last == 'i' || last == 'e' || last == 'n'
          ? IRREGULAR.getOrDefault(word, word)
          : word;
    }
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    return UNCHANGED.contains(word) ? word : regular(word);
  }

  private static String regular(String word) {
    if (word.endsWith("ies")) {
      return word.length() == SHORTEST ? cut(word, 1) : cut(word, 3) + "y";
    }
    if (word.endsWith("yses") || word.endsWith("theses") || word.endsWith("gnoses")) {
      return cut(word, 2) + "is";
    }
    if (takesEs(word)) {
      return cut(word, 2);
    }
    return takesS(word) ? cut(word, 1) : word;
  }

  private static boolean takesEs(String word) {
    return word.endsWith("ches")
        || word.endsWith("shes")
        || word.endsWith("xes")
        || word.endsWith("sses")
        || word.endsWith("iases")
        || (word.endsWith("oes") && word.length() > SHORTEST);
  }

  private static boolean takesS(String word) {
    if (word.endsWith("ics")) {
      return COUNTED_IN_ICS.contains(word);
    }
    char before = word.charAt(word.length() - 2);
    return Character.isLetter(before)
        && before != 's'
        && before != 'u'
        && before != 'i'
        && !word.endsWith("ias")
        && !word.endsWith("gas");
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
