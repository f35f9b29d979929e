package io.paperwire.notify.mail.render;

/** Says in words where a paper stands within a topic. */
public final class PlaceWords {

  private PlaceWords() {}

  /**
   * A place in words, such as {@code 3rd in Diffusion models this week}.
   *
   * @param place 1, 2 or 3, or a larger one that stands for all down to it
   * @param topic the topic's name for readers
   */
  public static String of(int place, String topic) {
    return said(place) + " in " + topic + " this week";
  }

  private static String said(int place) {
    return switch (place) {
      case 1 -> "1st";
      case 2 -> "2nd";
      case 3 -> "3rd";
      default -> "among the first " + place;
    };
  }
}
