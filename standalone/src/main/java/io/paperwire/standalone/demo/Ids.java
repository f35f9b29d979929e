package io.paperwire.standalone.demo;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sets of ids of papers, for messages. */
final class Ids {

  private static final int SHOWN = 5;

  private Ids() {}

  /** The first few, and how many there are; one that is missing is found as well as hundreds. */
  static String few(Set<String> ids) {
    String first = ids.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return ids.size() <= SHOWN ? "[" + first + "]" : "%d [%s, ...]".formatted(ids.size(), first);
  }

  static Set<String> minus(Set<String> all, Set<String> without) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(without);
    return rest;
  }
}
