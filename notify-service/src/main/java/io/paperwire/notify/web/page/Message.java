package io.paperwire.notify.web.page;

import java.util.Optional;

/**
 * What a page says that has little to say.
 *
 * @param title heading
 * @param text a sentence or two
 * @param next where to go from here
 */
public record Message(String title, String text, Optional<Next> next) {

  /**
   * A link.
   *
   * @param label its words
   * @param page its path
   */
  public record Next(String label, String page) {}

  /** A message that leads back to the front page. */
  static Message of(String title, String text) {
    return new Message(title, text, Optional.of(new Next("To the papers", "/")));
  }

  /** A message that leads somewhere. */
  static Message of(String title, String text, String label, String page) {
    return new Message(title, text, Optional.of(new Next(label, page)));
  }
}
