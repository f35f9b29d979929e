package io.paperwire.embedding;

/** What of a paper is embedded. */
public final class EmbeddedText {

  private EmbeddedText() {}

  /**
   * Title and abstract, as the models read them best: the title first, for the end is cut.
   *
   * @param abstractText may be empty
   */
  public static String ofPaper(String title, String abstractText) {
    String text = (title.strip() + "\n" + abstractText.strip()).strip();
    return text.replaceAll("\\s+", " ");
  }
}
