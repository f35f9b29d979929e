package io.paperwire.notify.match;

/** News that nobody hears. */
final class Unheard implements MatchNews {

  @Override
  public void waits(String task, long papers) {
    // nobody hears it
  }

  @Override
  public void fills(String task, long read, long all) {
    // nobody hears it
  }

  @Override
  public void isFilled(String task) {
    // nobody hears it
  }
}
