package io.paperwire.ingest.source.arxivfeed;

import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.upstream.Validators;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a category has been read.
 *
 * @param validators what the next request carries
 * @param highestNewId the highest place among the new ids seen; 0 for none
 * @param newIdsAt when that place was last exceeded
 */
record CategoryPosition(Validators validators, long highestNewId, Optional<Instant> newIdsAt) {

  private static final String HIGHEST_NEW_ID = "highestNewId";
  private static final String NEW_IDS_AT = "newIdsAt";

  /** A category that was never read. */
  static CategoryPosition start() {
    return new CategoryPosition(Validators.none(), 0, Optional.empty());
  }

  /** Reads a committed position. */
  static CategoryPosition of(Position position) {
    return new CategoryPosition(
        Validators.of(position.attributes()),
        position.get(HIGHEST_NEW_ID).map(Long::parseLong).orElse(0L),
        position.get(NEW_IDS_AT).map(Instant::parse));
  }

  /** The position as it is committed. */
  Position toPosition() {
    Map<String, String> attributes = new HashMap<>(validators.attributes());
    attributes.put(HIGHEST_NEW_ID, Long.toString(highestNewId));
    newIdsAt.ifPresent(time -> attributes.put(NEW_IDS_AT, time.toString()));
    return new Position(attributes);
  }

  /** After an answer that was understood. */
  CategoryPosition after(Validators answer, long highestNew, Instant now) {
    boolean newIds = highestNew > highestNewId;
    return new CategoryPosition(
        answer, Math.max(highestNew, highestNewId), newIds ? Optional.of(now) : newIdsAt);
  }
}
