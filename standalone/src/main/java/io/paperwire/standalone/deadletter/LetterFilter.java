package io.paperwire.standalone.deadletter;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which letters are meant; what is empty lets all through.
 *
 * @param topic the topic they came from, or their dead-letter topic
 * @param key their whole key
 * @param error a part of the error's class or message, in any case
 * @param since they are not older
 * @param until they are older
 */
public record LetterFilter(
    Optional<String> topic,
    Optional<String> key,
    Optional<String> error,
    Optional<Instant> since,
    Optional<Instant> until) {

  /** Whether nothing is asked for. */
  public boolean isEmpty() {
    return topic.isEmpty()
        && key.isEmpty()
        && error.isEmpty()
        && since.isEmpty()
        && until.isEmpty();
  }

  /** Whether a letter is meant. */
  public boolean matches(DeadLetter letter) {
    return topic
            .map(
                wanted ->
                    wanted.equals(letter.place().topic())
                        || wanted.equals(letter.origin().orElse("")))
            .orElse(true)
        && key.map(letter.key()::equals).orElse(true)
        && error
            .map(
                part ->
                    letter.error().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
            .orElse(true)
        && since.map(from -> !letter.at().isBefore(from)).orElse(true)
        && until.map(letter.at()::isBefore).orElse(true);
  }
}
