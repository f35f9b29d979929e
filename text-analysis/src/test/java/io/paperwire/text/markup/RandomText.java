package io.paperwire.text.markup;

import java.util.Random;

/** Short texts of few characters, in which each meets each soon. */
final class RandomText {

  private static final int LONGEST = 12;

  private RandomText() {}

  static String of(Random random, String characters) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(LONGEST + 1);
    for (int i = 0; i < length; i++) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }
}
