package io.paperwire.library;

import java.util.List;

/**
 * What a file holds.
 *
 * @param format the format that it is in
 * @param works in the order of the file
 * @param problems the entries that cannot be read, in the order of the file
 */
public record Library(Format format, List<Work> works, List<Problem> problems) {

  /** How a library is written. */
  public enum Format {
    /** BibTeX and BibLaTeX. */
    BIBTEX("BibTeX"),
    /** RIS, of Research Information Systems. */
    RIS("RIS"),
    /** Comma-separated values with a line of names. */
    CSV("CSV");

    private final String label;

    Format(String label) {
      this.label = label;
    }

    /** Its name for readers. */
    public String label() {
      return label;
    }
  }

  public Library {
    works = List.copyOf(works);
    problems = List.copyOf(problems);
  }
}
