package io.paperwire.ingest.upstream;

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

  /** Reads what {@link #attributes} wrote. */
  public static Validators of(Map<String, String> attributes) {
    return new Validators(
        Optional.ofNullable(attributes.get(ETAG)),
        Optional.ofNullable(attributes.get(LAST_MODIFIED)));
  }

  /** The same as names and values, to be kept. */
  public Map<String, String> attributes() {
    Map<String, String> attributes = new HashMap<>();
    etag.ifPresent(tag -> attributes.put(ETAG, tag));
    lastModified.ifPresent(time -> attributes.put(LAST_MODIFIED, time));
    return attributes;
  }
}
