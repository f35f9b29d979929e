package io.paperwire.topics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The categories of arXiv (arxiv.org/category_taxonomy), those that are closed since included. Case
 * makes no difference to a code.
 */
public final class ArxivCategories {

  private static final String RESOURCE = "arxiv-categories.tsv";
  private static final ArxivCategories ALL = new ArxivCategories(read());

  /** So many letters must a subject have before two of them may be wrong. */
  private static final int LONG_SUBJECT = 5;

  private static final int SWAP = 1;
  private static final int EDIT = 2;
  private static final int FAR = 10;

  private static final Pattern SUBJECT = Pattern.compile("[A-Za-z-]{2,}");

  private final SequencedMap<String, Category> byCode = new LinkedHashMap<>();
  private final Set<String> archives;

  /**
   * A category.
   *
   * @param code such as cs.CL, or hep-th, which is an archive as well
   * @param name for readers
   */
  public record Category(String code, String name) {

    private String initials() {
      StringBuilder initials = new StringBuilder();
      for (String word : name.split("[^A-Za-z]+", -1)) {
        initials.append(word, 0, Math.min(1, word.length()));
      }
      return initials.toString();
    }
  }

  private ArxivCategories(List<Category> categories) {
    categories.forEach(category -> byCode.put(key(category.code()), category));
    archives =
        categories.stream()
            .map(category -> archiveOf(key(category.code())))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The categories as they come with Paperwire. */
  public static ArxivCategories load() {
    return ALL;
  }

  /** The archive of a category: what stands before its full stop, or all of it. */
  public static String archiveOf(String code) {
    int stop = code.indexOf('.');
    return stop < 0 ? code : code.substring(0, stop);
  }

  /** What stands after the archive; empty if the archive is all. */
  private static String subjectOf(String code) {
    return code.substring(Math.min(code.length(), archiveOf(code).length() + 1));
  }

  /** All of them, archive by archive. */
  public Collection<Category> categories() {
    return Collections.unmodifiableCollection(byCode.values());
  }

  /** Whether a name is that of an archive, such as cs or hep-th. */
  public boolean isArchive(String name) {
    return archives.contains(key(name));
  }

  /** Whether papers may be in a category of that code. */
  public boolean isCategory(String code) {
    return byCode.containsKey(key(code));
  }

  /**
   * Whether a category of a paper is one of arXiv's, and not a subject of another source, such as
   * "cell biology". One that looks like a category of a known archive is, for arXiv opens new ones.
   */
  public boolean mayInclude(String code) {
    return isCategory(code)
        || (isArchive(archiveOf(code)) && SUBJECT.matcher(subjectOf(code)).matches());
  }

  /**
   * The categories that someone may mean who writes a code that there is not: of the same archive
   * one that looks or reads like it (cs.LG, Machine Learning, for cs.ML), or the same subject in
   * another archive (stat.ML).
   *
   * @param code an archive, a full stop and what is no subject of it
   * @param limit how many at most
   * @return nearest first
   */
  public List<Category> nearest(String code, int limit) {
    String wanted = key(code);
    return byCode.values().stream()
        .filter(category -> distance(wanted, category) < FAR)
        .sorted(Comparator.comparingInt(category -> distance(wanted, category)))
        .limit(limit)
        .toList();
  }

  private boolean hasSubjects(String archive) {
    return byCode.keySet().stream().anyMatch(code -> code.startsWith(archive + "."));
  }

  private int distance(String wanted, Category known) {
    String code = key(known.code());
    String subject = subjectOf(code);
    String wantedSubject = subjectOf(wanted);
    if (!archiveOf(code).equals(archiveOf(wanted))) {
      return !subject.isEmpty() && subject.equals(wantedSubject) ? 1 : FAR;
    }
    if (subject.isEmpty()) {
      return hasSubjects(archiveOf(wanted)) ? FAR : 0;
    }
    if (key(known.initials()).equals(wantedSubject)) {
      return 0;
    }
    int edits = edits(subject, wantedSubject);
    int most = wantedSubject.length() < LONG_SUBJECT ? EDIT : 2 * EDIT;
    return edits <= most ? 1 + edits : FAR;
  }

  /** What it costs to add, leave out, change and swap letters (optimal string alignment). */
  private static int edits(String one, String other) {
    int[][] edits = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = EDIT * (i + j);
          continue;
        }
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        edits[i][j] =
            Math.min(
                edits[i - 1][j - 1] + (same ? 0 : EDIT),
                Math.min(edits[i - 1][j], edits[i][j - 1]) + EDIT);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (swapped) {
          edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + SWAP);
        }
      }
    }
    return edits[one.length()][other.length()];
  }

  private static String key(String code) {
    return code.toLowerCase(Locale.ROOT);
  }

  private static List<Category> read() {
    try (InputStream bytes = ArxivCategories.class.getResourceAsStream(RESOURCE)) {
      if (bytes == null) {
        throw new IllegalStateException(RESOURCE + " is missing in topic-vocabulary");
      }
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
        return lines.lines().map(ArxivCategories::category).toList();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Category category(String line) {
    String[] columns = line.split("\t", -1);
    return new Category(columns[0], columns[1]);
  }
}
