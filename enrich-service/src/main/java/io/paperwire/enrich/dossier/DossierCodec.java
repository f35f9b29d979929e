package io.paperwire.enrich.dossier;

import io.paperwire.enrich.state.HourlyCount;
import io.paperwire.enrich.state.PaperState;
import io.paperwire.enrich.state.TopicPlace;
import io.paperwire.enrich.trend.Attention;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEmbedding;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperSummary;
import io.paperwire.schemas.stored.StoredRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Turns dossiers into what the store keeps, and back. */
public final class DossierCodec {

  /** So much fits into one record of a broker with its default settings. */
  static final int MOST_BYTES = 900_000;

  /** An hour and a count, as Avro writes numbers. */
  private static final int MOST_BYTES_OF_AN_HOUR = 20;

  private static final StoredRecords<PaperEvent> EVENTS = StoredRecords.of(PaperEvent.class);
  private static final StoredRecords<PaperEmbedding> VECTORS =
      StoredRecords.of(PaperEmbedding.class);
  private static final StoredRecords<PaperSummary> SUMMARIES = StoredRecords.of(PaperSummary.class);

  private DossierCodec() {}

  /**
   * What the store keeps of a dossier.
   *
   * @throws OversizedPaperException if it would not fit into a record
   */
  public static PaperState toState(Dossier dossier) {
    List<HourlyCount> attention = new ArrayList<>();
    dossier
        .attention()
        .counts()
        .forEach((hour, count) -> attention.add(new HourlyCount(hour, count)));
    PaperState state =
        PaperState.newBuilder()
            .setEvents(dossier.events().stream().map(event -> encode(EVENTS, event)).toList())
            .setFirstSeenAt(dossier.firstSeenAt().orElse(null))
            .setVotes(dossier.attention().votes())
            .setAttention(attention)
            .setEmbedding(dossier.embedding().map(vector -> encode(VECTORS, vector)).orElse(null))
            .setSummary(dossier.summary().map(text -> encode(SUMMARIES, text)).orElse(null))
            .setPlaces(
                dossier.places().entrySet().stream()
                    .map(place -> new TopicPlace(place.getKey(), place.getValue()))
                    .toList())
            .setWritten(dossier.written().orElse(""))
            .build();
    checkSize("what is known of the paper", bytes(state));
    return state;
  }

  /** The dossier that the store keeps. */
  public static Dossier fromState(PaperState state) {
    SortedMap<Long, Long> attention = new TreeMap<>();
    state.getAttention().forEach(hour -> attention.put(hour.getHour(), hour.getCount()));
    SortedMap<String, Integer> places = new TreeMap<>();
    state.getPlaces().forEach(place -> places.put(place.getTopic(), place.getPlace()));
    return new Dossier(
        state.getEvents().stream().map(event -> decode(EVENTS, event)).toList(),
        Optional.ofNullable(state.getFirstSeenAt()),
        new Attention(state.getVotes(), attention),
        Optional.ofNullable(state.getEmbedding()).map(vector -> decode(VECTORS, vector)),
        Optional.ofNullable(state.getSummary()).map(text -> decode(SUMMARIES, text)),
        places,
        Optional.of(state.getWritten()).filter(written -> !written.isEmpty()));
  }

  /**
   * What tells a record from every other one.
   *
   * @throws OversizedPaperException if it is larger than a record may be
   */
  public static String fingerprint(EnrichedPaper paper) {
    try {
      ByteBuffer bytes = EnrichedPaper.getEncoder().encode(paper);
      checkSize("the paper's record", bytes.remaining());
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** About what a state takes in a record: nearly all of it is bytes already. */
  private static int bytes(PaperState state) {
    int parts =
        Stream.concat(
                state.getEvents().stream(),
                Stream.of(state.getEmbedding(), state.getSummary()).filter(Objects::nonNull))
            .mapToInt(ByteBuffer::remaining)
            .sum();
    return parts + MOST_BYTES_OF_AN_HOUR * state.getAttention().size();
  }

  private static void checkSize(String what, int bytes) {
    if (bytes > MOST_BYTES) {
      throw new OversizedPaperException(what, bytes);
    }
  }

  private static <T extends SpecificRecord> ByteBuffer encode(StoredRecords<T> records, T value) {
    return ByteBuffer.wrap(records.write(value));
  }

  private static <T extends SpecificRecord> T decode(StoredRecords<T> records, ByteBuffer bytes) {
    try {
      return records.read(bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException("the dossier cannot be read", failure);
    }
  }
}
