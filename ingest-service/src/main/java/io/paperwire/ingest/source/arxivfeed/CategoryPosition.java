package io.paperwire.ingest.source.arxivfeed;

import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.arxivfeed.FeedClient.Validators;
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
 * @param quarantined digest of the answer that is in quarantine, so that it goes there once
 */
record CategoryPosition(
    Validators validators,
    long highestNewId,
    Optional<Instant> newIdsAt,
    Optional<String> quarantined) {

  private static final String ETAG = "etag";
  private static final String LAST_MODIFIED = "lastModified";
  private static final String HIGHEST_NEW_ID = "highestNewId";
  private static final String NEW_IDS_AT = "newIdsAt";
  private static final String QUARANTINED = "quarantined";

  /** A category that was never read. */
  static CategoryPosition start() {
    return new CategoryPosition(
        new Validators(Optional.empty(), Optional.empty()), 0, Optional.empty(), Optional.empty());
  }

  /** Reads a committed position. */
  static CategoryPosition of(Position position) {
    return new CategoryPosition(
        new Validators(position.get(ETAG), position.get(LAST_MODIFIED)),
        position.get(HIGHEST_NEW_ID).map(Long::parseLong).orElse(0L),
        position.get(NEW_IDS_AT).map(Instant::parse),
        position.get(QUARANTINED));
  }

  /** The position as it is committed. */
  Position toPosition() {
    Map<String, String> attributes = new HashMap<>();
    validators.etag().ifPresent(etag -> attributes.put(ETAG, etag));
    validators.lastModified().ifPresent(time -> attributes.put(LAST_MODIFIED, time));
    attributes.put(HIGHEST_NEW_ID, Long.toString(highestNewId));
    newIdsAt.ifPresent(time -> attributes.put(NEW_IDS_AT, time.toString()));
    quarantined.ifPresent(digest -> attributes.put(QUARANTINED, digest));
    return new Position(attributes);
  }

  /** After an answer that was understood. */
  CategoryPosition after(Validators answer, long highestNew, Instant now) {
    boolean newIds = highestNew > highestNewId;
    return new CategoryPosition(
        answer,
        Math.max(highestNew, highestNewId),
        newIds ? Optional.of(now) : newIdsAt,
        Optional.empty());
  }

  /** After an answer that was not understood; the next request asks for a whole answer again. */
  CategoryPosition afterQuarantine(String digest) {
    return new CategoryPosition(
        new Validators(Optional.empty(), Optional.empty()),
        highestNewId,
        newIdsAt,
        Optional.of(digest));
  }
}
