package io.paperwire.notify.deliver.patience;

/** The service stops; what was not finished is taken up again by whoever comes next. */
public final class Stopped extends RuntimeException {

  Stopped() {
    super("the service stops", null, false, false);
  }
}
