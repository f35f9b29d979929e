package io.paperwire.notify.match;

/** News that nobody hears. */
final class Unheard implements MatchNews {

  @Override
  public void fills(String task, long read, long all) {
    // nobody hears it
  }

  @Override
  public void isFilled(String task) {
    // nobody hears it
  }

  @Override
  public void works(String task, TaskLoad load) {
    // nobody hears it
  }

  @Override
  public void ends(String task) {
    // nobody hears it
  }
}
