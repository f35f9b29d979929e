package io.paperwire.ingest.format;

/**
 * How large the parts of a paper may be, in characters and items. The defaults are far above what
 * real papers have. Beside them {@link EventSize} limits the whole.
 *
 * @param titleCharacters of the title
 * @param abstractCharacters of the abstract
 * @param authors how many authors
 * @param authorCharacters of one author's name
 * @param categories how many categories
 */
public record PaperLimits(
    int titleCharacters,
    int abstractCharacters,
    int authors,
    int authorCharacters,
    int categories) {

  /** The longest name of a category, in characters. */
  static final int CATEGORY_CHARACTERS = 100;

  /** The limits where nothing is configured. */
  public static final PaperLimits STANDARD = new PaperLimits(1_000, 50_000, 5_000, 100, 50);

  public PaperLimits {
    positive("title-characters", titleCharacters);
    positive("abstract-characters", abstractCharacters);
    positive("authors", authors);
    positive("author-characters", authorCharacters);
    positive("categories", categories);
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "paperwire.ingest.limits." + name + " must be at least 1, not " + value);
    }
  }
}
