package io.paperwire.embedded.process;

/** A program that prints much, and stays. */
final class Chatterbox {

  static final int BYTES = 11 << 20;

  private Chatterbox() {}

  /** Prints, and waits until it is stopped. */
  public static void main(String[] arguments) throws InterruptedException {
    System.out.println("x".repeat(BYTES));
    Thread.currentThread().join();
  }
}
