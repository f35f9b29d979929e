package io.paperwire.ingest.upstream;

import io.paperwire.ingest.source.Position;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a conditional request carries (RFC 9110, section 13).
 *
 * @param etag of the last answer
 * @param lastModified of the last answer
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {

  private static final String ETAG = "etag";
  private static final String LAST_MODIFIED = "lastModified";

  /** A request without a condition. */
  public static Validators none() {
    return new Validators(Optional.empty(), Optional.empty());
  }

  /** Reads what a position holds. */
  public static Validators of(Position position) {
    return new Validators(position.get(ETAG), position.get(LAST_MODIFIED));
  }

  /** The same as attributes of a position. */
  public Map<String, String> attributes() {
    Map<String, String> attributes = new HashMap<>();
    etag.ifPresent(tag -> attributes.put(ETAG, tag));
    lastModified.ifPresent(time -> attributes.put(LAST_MODIFIED, time));
    return attributes;
  }
}
