package io.paperwire.notify.matching;

import io.paperwire.text.AuthorName;
import io.paperwire.text.Phrase;

/** One thing that a subscriber wants to hear about. */
public sealed interface Interest {

  /** Characters that a phrase or a name may have; more is no phrase but a text. */
  int LONGEST = 200;

  /** The interest's id, unique within its subscriber. */
  String id();

  /**
   * Papers about a topic or one that is narrower.
   *
   * @param id unique within the subscriber
   * @param topicId the topic's id in the vocabulary
   */
  record InTopic(String id, String topicId) implements Interest {

    /**
     * Checks the topic's id. It need not be in the vocabulary: papers may carry topics of a newer
     * one.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public InTopic {
      if (topicId.isBlank()) {
        throw new IllegalArgumentException("an interest in a topic needs the topic's id");
      }
    }
  }

  /**
   * Papers whose title or abstract has a phrase.
   *
   * @param id unique within the subscriber
   * @param text the phrase as the subscriber wrote it
   */
  record InPhrase(String id, String text) implements Interest {

    /**
     * Checks the phrase.
     *
     * @throws IllegalArgumentException if it is too long, or has no letter and no digit
     */
    public InPhrase {
      checkLength("phrase", text);
      phrase(text);
    }

    /** The phrase as texts are searched for it. */
    Phrase phrase() {
      return phrase(text);
    }

    private static Phrase phrase(String text) {
      return Phrase.of(text)
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "the phrase '" + text + "' has no letter and no digit"));
    }
  }

  /**
   * Papers by an author.
   *
   * @param id unique within the subscriber
   * @param name the author's name as the subscriber wrote it, in reading order or with the family
   *     name before a comma
   */
  record InAuthor(String id, String name) implements Interest {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is too long, or has no letter
     */
    public InAuthor {
      checkLength("name", name);
      author(name);
    }

    /** The name as authors are compared with it. */
    AuthorName author() {
      return author(name);
    }

    private static AuthorName author(String name) {
      return AuthorName.of(name)
          .orElseThrow(() -> new IllegalArgumentException("the name '" + name + "' has no letter"));
    }
  }

  private static void checkLength(String what, String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a %s has at most %d characters, not %d: '%s...'"
              .formatted(what, LONGEST, text.length(), text.substring(0, 40)));
    }
  }
}
