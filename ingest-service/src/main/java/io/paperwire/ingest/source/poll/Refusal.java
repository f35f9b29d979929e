package io.paperwire.ingest.source.poll;

import java.net.URI;

/**
 * An upstream does not answer what it was asked, and has said so.
 *
 * @param address what it was asked; holds no secret
 * @param status of the answer, 4xx
 * @param words what the answer says
 */
record Refusal(URI address, int status, String words) {

  /** What was refused, how, and what to do about it. */
  String reason() {
    return "%s for %s (%s)".formatted(words, address, whatToDo());
  }

  private String whatToDo() {
    return switch (status) {
      case 401, 407 -> "it asks for a key, or for another one: see the source's settings";
      case 404, 410 -> "nothing is there: see whether the address in the settings still holds";
      case 400, 422 ->
          "it does not take the question: see whether it knows what the settings name,"
              + " such as categories, sets and filters";
      default -> "see what the upstream says of this status";
    };
  }
}
