package io.paperwire.notify.matching;

import io.paperwire.index.Admission;
import io.paperwire.interest.Clause;
import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Expression;
import io.paperwire.interest.InterestParser;
import io.paperwire.interest.Reading;
import io.paperwire.interest.SyntaxError;
import io.paperwire.text.AuthorName;
import io.paperwire.text.OrcidId;
import io.paperwire.text.Phrase;

/** One thing that a subscriber wants to hear about. */
public sealed interface Interest permits Interest.Asked, LikeThese {

  /** Characters that a phrase or a name may have; more is no phrase but a text. */
  int LONGEST = 200;

  /** The interest's id, unique within its subscriber. */
  String id();

  /**
   * Whether every paper that matches another interest surely matches this one, too. It is not found
   * out of two that differ, unless one has but more examples than the other; papers that are among
   * these are left out of account.
   */
  default boolean covers(Interest other) {
    return equals(other);
  }

  /** An interest that asks for something that a paper has. */
  sealed interface Asked extends Interest {

    /** What it asks of a paper, in the interest language. */
    Expression expression();
  }

  /**
   * Papers about a topic or one that is narrower.
   *
   * @param id unique within the subscriber
   * @param topicId the topic's id in the vocabulary
   */
  record InTopic(String id, String topicId) implements Asked {

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
      new Clause.Topic(topicId, 0);
    }

    @Override
    public Expression expression() {
      return new Clause.Topic(topicId, 0);
    }
  }

  /**
   * Papers whose title or abstract has a phrase.
   *
   * @param id unique within the subscriber
   * @param text the phrase as the subscriber wrote it
   */
  record InPhrase(String id, String text) implements Asked {

    /**
     * Checks the phrase.
     *
     * @throws IllegalArgumentException if it is too long, or has no letter and no digit
     */
    public InPhrase {
      checkLength("phrase", text);
      if (Phrase.of(text).isEmpty()) {
        throw new IllegalArgumentException("the phrase '" + text + "' has no letter and no digit");
      }
      checkAdmission("the phrase '" + text + "'", words(text));
    }

    @Override
    public Expression expression() {
      return words(text);
    }

    /** Quotation marks are no part of what is looked for. */
    private static Expression words(String text) {
      return new Clause.Words(Scope.ANYWHERE, text.replace('"', ' ').strip());
    }
  }

  /**
   * Papers by an author.
   *
   * @param id unique within the subscriber
   * @param name the author's name as the subscriber wrote it, in reading order or with the family
   *     name before a comma; or the author's ORCID iD
   */
  record InAuthor(String id, String name) implements Asked {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is too long, or has no letter and is no ORCID iD
     */
    public InAuthor {
      checkLength("name", name);
      if (OrcidId.usualForm(written(name)).isEmpty() && AuthorName.of(name).isEmpty()) {
        throw new IllegalArgumentException("the name '" + name + "' has no letter");
      }
      Clause.byAuthor(written(name));
    }

    @Override
    public Expression expression() {
      return Clause.byAuthor(written(name));
    }

    private static String written(String name) {
      return name.replace('"', ' ').strip();
    }
  }

  /**
   * Papers that meet an expression of the interest language.
   *
   * @param id unique within the subscriber
   * @param text as the subscriber wrote it
   */
  record InQuery(String id, String text) implements Asked {

    /**
     * Checks the expression. Topics need not be in the vocabulary: it may have had them when the
     * interest was made.
     *
     * @throws IllegalArgumentException if it is none, or asks for nearly every paper
     */
    public InQuery {
      checkAdmission("the interest '" + text + "'", parsed(text));
    }

    @Override
    public Expression expression() {
      return parsed(text);
    }

    private static Expression parsed(String text) {
      return switch (InterestParser.ofAnyTopic().parse(text)) {
        case Reading.Understood(Expression expression) -> expression;
        case Reading.Refused(SyntaxError error) ->
            throw new IllegalArgumentException(error.message(text));
      };
    }
  }

  /** Interests are made of what was stored as well, so no more is asked than was before. */
  private static void checkAdmission(String what, Expression expression) {
    Admission.refusalOfStored(expression)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(what + " is not taken: " + reason);
            });
  }

  private static void checkLength(String what, String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a %s has at most %d characters, not %d: '%s...'"
              .formatted(what, LONGEST, text.length(), text.substring(0, 40)));
    }
  }
}
