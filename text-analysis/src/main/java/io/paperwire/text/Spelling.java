package io.paperwire.text;

import java.util.Map;
import java.util.Set;

/**
 * Writes British spelling the American way, for the words in which it matters to research:
 * "optimisation", "modelling", "behaviour", "analyse", "dialogue". Works on folded singulars.
 */
final class Spelling {

  private static final int SHORTEST = 4;
  private static final int SHORTEST_IN_ISE = 7;

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("dialogue", "dialog"),
          Map.entry("catalogue", "catalog"),
          Map.entry("analogue", "analog"),
          Map.entry("programme", "program"),
          Map.entry("artefact", "artifact"),
          Map.entry("defence", "defense"),
          Map.entry("centre", "center"),
          Map.entry("fibre", "fiber"),
          Map.entry("grey", "gray"),
          Map.entry("greyscale", "grayscale"),
          Map.entry("ageing", "aging"),
          Map.entry("aluminium", "aluminum"),
          Map.entry("sulphur", "sulfur"),
          Map.entry("leukaemia", "leukemia"),
          Map.entry("anaemia", "anemia"),
          Map.entry("ischaemic", "ischemic"),
          Map.entry("haemorrhage", "hemorrhage"),
          Map.entry("paediatric", "pediatric"),
          Map.entry("foetal", "fetal"),
          Map.entry("oesophageal", "esophageal"));

  /** Stems in -our that are written -or, whatever follows them. */
  private static final Set<String> OUR =
      Set.of(
          "behaviour",
          "colour",
          "neighbour",
          "favour",
          "labour",
          "humour",
          "tumour",
          "vapour",
          "flavour",
          "rumour",
          "endeavour",
          "honour");

  /** Stems whose last consonant is doubled. */
  private static final Set<String> DOUBLED =
      Set.of(
          "modell",
          "labell",
          "signall",
          "travell",
          "channell",
          "tunnell",
          "levell",
          "cancell",
          "spirall");

  /** Stems of verbs and nouns in -ise that no spelling writes with a z. */
  private static final Set<String> ALWAYS_ISE =
      Set.of(
          "superv",
          "telev",
          "improv",
          "rev",
          "dev",
          "adv",
          "compr",
          "surpr",
          "enterpr",
          "prom",
          "comprom",
          "prem",
          "exerc",
          "conc",
          "prec",
          "expert",
          "advert",
          "franch",
          "merchand",
          "parad",
          "treat",
          "no",
          "deno",
          "ra",
          "pra",
          "disgu",
          "unsuperv",
          "semisuperv",
          "selfsuperv",
          "otherw",
          "likew",
          "pairw",
          "stepw",
          "pointw",
          "elementw",
          "cru",
          "bru");

  private static final String[] ISE_ENDINGS = {"e", "ed", "er", "ing", "ation"};

  private Spelling() {}

  /** The American spelling of a word, or the word itself. */
  static String american(String word) {
    if (word.length() < SHORTEST) {
      return word;
    }
    String known = WORDS.get(word);
    if (known != null) {
      return known;
    }
    int our = word.indexOf("our");
    if (our > 0 && OUR.contains(word.substring(0, our + 3))) {
      return word.substring(0, our) + "or" + word.substring(our + 3);
    }
    int doubled = word.indexOf("ll");
    if (doubled > 0 && DOUBLED.contains(word.substring(0, doubled + 2))) {
      return word.substring(0, doubled) + word.substring(doubled + 1);
    }
    return word.indexOf('s') < 0 ? word : ize(word);
  }

  private static String ize(String word) {
    int length = word.length();
    if (word.endsWith("yse") || word.endsWith("ysed") || word.endsWith("ysing")) {
      int s = word.lastIndexOf("ys") + 1;
      return word.substring(0, s) + "z" + word.substring(s + 1);
    }
    if (length < SHORTEST_IN_ISE) {
      return word;
    }
    for (String ending : ISE_ENDINGS) {
      int stem = length - ending.length() - 2;
      if (word.endsWith(ending)
          && word.startsWith("is", stem)
          && !ALWAYS_ISE.contains(word.substring(0, stem))) {
        return word.substring(0, stem) + "iz" + ending;
      }
    }
    return word;
  }
}
