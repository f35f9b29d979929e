package io.paperwire.embedded.process;

/** A program that says a word and ends. */
final class Greeter {

  static final String WORD = "good day";

  private Greeter() {}

  /** Says it. */
  public static void main(String[] arguments) {
    System.out.println(WORD);
  }
}
