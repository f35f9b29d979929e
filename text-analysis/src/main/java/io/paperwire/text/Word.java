package io.paperwire.text;

/**
 * A word of a text.
 *
 * @param form the folded form, by which words are compared; never empty
 * @param letters the {@link LetterHash} of the form, by which phrases are looked up
 * @param start where the word begins in the text, as an index of UTF-16 units
 * @param end where it ends, exclusive; a possessive "'s" is left out
 * @param link how it hangs together with the word before it
 */
public record Word(String form, long letters, int start, int end, Link link) {

  private static final int SHORTEST_PART = 3;

  /** What stands between a word and the one before it. */
  public enum Link {
    /** Nothing, or a hyphen: the two are parts of one compound. */
    JOINED,
    /** Space, a slash, a quotation mark: the words follow each other in one phrase. */
    SPACE,
    /** A comma, a bracket, the end of a sentence, the beginning of the text: a phrase ends here. */
    BREAK
  }

  /**
   * Whether the two are no parts of one compound: they merely follow one another, and one of them
   * is very short. "Fine tuning" may be read as one word, and "a part" may not.
   */
  public boolean isLooseFrom(Word before) {
    return link != Link.JOINED
        && (form.length() < SHORTEST_PART || before.form.length() < SHORTEST_PART);
  }
}
