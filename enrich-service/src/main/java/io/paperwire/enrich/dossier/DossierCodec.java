package io.paperwire.enrich.dossier;

import io.paperwire.enrich.state.HourlyCount;
import io.paperwire.enrich.state.PaperState;
import io.paperwire.enrich.state.TopicPlace;
import io.paperwire.enrich.trend.Attention;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperSummary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns dossiers into what the store keeps, and back. */
public final class DossierCodec {

  /** So much fits into one record of a broker with its default settings. */
  static final int MOST_BYTES = 900_000;

  private DossierCodec() {}

  /**
   * What the store keeps of a dossier.
   *
   * @throws OversizedPaperException if it would not fit into a record
   */
  public static PaperState toState(Dossier dossier) {
    List<ByteBuffer> events = dossier.standing().stream().map(DossierCodec::encode).toList();
    int bytes = events.stream().mapToInt(ByteBuffer::remaining).sum();
    if (bytes > MOST_BYTES) {
      throw new OversizedPaperException(bytes);
    }
    List<HourlyCount> attention = new ArrayList<>();
    dossier
        .attention()
        .byHour()
        .forEach((hour, count) -> attention.add(new HourlyCount(hour, count)));
    return PaperState.newBuilder()
        .setEvents(events)
        .setFirstSeenAt(dossier.firstSeenAt().orElse(null))
        .setVotes(dossier.attention().votes())
        .setAttention(attention)
        .setEmbedding(dossier.embedding().map(DossierCodec::encode).orElse(null))
        .setSummary(dossier.summary().map(DossierCodec::encode).orElse(null))
        .setPlaces(
            dossier.places().entrySet().stream()
                .map(place -> new TopicPlace(place.getKey(), place.getValue()))
                .toList())
        .setWritten(dossier.written().orElse(""))
        .build();
  }

  /** The dossier that the store keeps. */
  public static Dossier fromState(PaperState state) {
    SortedMap<Long, Long> attention = new TreeMap<>();
    state.getAttention().forEach(hour -> attention.put(hour.getHour(), hour.getCount()));
    SortedMap<String, Integer> places = new TreeMap<>();
    state.getPlaces().forEach(place -> places.put(place.getTopic(), place.getPlace()));
    return new Dossier(
        state.getEvents().stream().map(DossierCodec::decode).toList(),
        Optional.ofNullable(state.getFirstSeenAt()),
        new Attention(state.getVotes(), attention),
        Optional.ofNullable(state.getEmbedding()).map(DossierCodec::decodeEmbedding),
        Optional.ofNullable(state.getSummary()).map(DossierCodec::decodeSummary),
        places,
        Optional.of(state.getWritten()).filter(written -> !written.isEmpty()));
  }

  /** What tells a record from every other one. */
  public static String fingerprint(EnrichedPaper paper) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(EnrichedPaper.getEncoder().encode(paper));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ByteBuffer encode(PaperEvent event) {
    try {
      return event.toByteBuffer();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ByteBuffer encode(PaperEmbedding embedding) {
    try {
      return embedding.toByteBuffer();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ByteBuffer encode(PaperSummary summary) {
    try {
      return summary.toByteBuffer();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static PaperSummary decodeSummary(ByteBuffer bytes) {
    try {
      return PaperSummary.fromByteBuffer(bytes.duplicate());
    } catch (IOException failure) {
      throw new UncheckedIOException("the store holds a summary that cannot be read", failure);
    }
  }

  private static PaperEmbedding decodeEmbedding(ByteBuffer bytes) {
    try {
      return PaperEmbedding.fromByteBuffer(bytes.duplicate());
    } catch (IOException failure) {
      throw new UncheckedIOException("the store holds a vector that cannot be read", failure);
    }
  }

  private static PaperEvent decode(ByteBuffer bytes) {
    try {
      return PaperEvent.fromByteBuffer(bytes.duplicate());
    } catch (IOException failure) {
      throw new UncheckedIOException("the store holds an event that cannot be read", failure);
    }
  }
}
