package io.paperwire.schemas.stored;

import java.io.IOException;

/**
 * A record was written with a version of its schema that this version of the software does not
 * know: by a newer instance, beside which an older one still runs. The record is good, and will be
 * read by whoever knows the version.
 */
public final class UnknownVersion extends IOException {

  UnknownVersion(Class<?> type, Throwable cause) {
    super(
        "a record of type "
            + type.getSimpleName()
            + " was written by another version of Paperwire, which this one does not know: upgrade"
            + " this instance too",
        cause);
  }
}
