package io.paperwire.notify.web.account;

import io.paperwire.notify.matching.Interest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One interest as the database and the interests topic have it.
 *
 * @param kind one of the kinds below
 * @param value what is asked for
 */
record StoredInterest(String kind, String value) {

  static final String TOPIC = "topic";
  static final String PHRASE = "phrase";
  static final String AUTHOR = "author";
  static final String QUERY = "query";

  /** What is longer is named by its hash: an index of PostgreSQL takes no row of 2,704 bytes. */
  private static final int LONGEST_IN_ID = 200;

  private static final int HASH_BYTES = 16;

  /** All interests, in the order in which they are kept. */
  static List<StoredInterest> of(
      List<String> topics, List<String> phrases, List<String> authors, List<String> queries) {
    List<StoredInterest> interests = new ArrayList<>();
    topics.forEach(value -> interests.add(new StoredInterest(TOPIC, value)));
    phrases.forEach(value -> interests.add(new StoredInterest(PHRASE, value)));
    authors.forEach(value -> interests.add(new StoredInterest(AUTHOR, value)));
    queries.forEach(value -> interests.add(new StoredInterest(QUERY, value)));
    return interests;
  }

  /** What the interests of a kind ask for. */
  static List<String> values(List<StoredInterest> interests, String kind) {
    return interests.stream()
        .filter(interest -> interest.kind.equals(kind))
        .map(StoredInterest::value)
        .toList();
  }

  /**
   * The id, unique within the subscriber. It is made of what the interest says, or of a hash of
   * that, so it stays the same while the interest does.
   */
  String id() {
    // In a query "LoRA" and "lora", and "or" and "OR", are not the same.
    boolean isQuery = kind.equals(QUERY);
    String said = isQuery ? value : value.toLowerCase(Locale.ROOT);
    return kind + ":" + (isQuery || said.length() > LONGEST_IN_ID ? hash(said) : said);
  }

  /** How much of a record of the interests topic it takes. */
  int bytes() {
    return utf8(id()).length + utf8(value).length;
  }

  /** The interest as it is matched; nothing if it makes no sense, for then it is not. */
  Optional<Interest> matched() {
    return read(Optional::of, _ -> Optional.empty());
  }

  /** Why it makes no sense, in words that go on in a sentence; nothing if it does. */
  Optional<String> refusal() {
    return read(_ -> Optional.empty(), Optional::of);
  }

  private <T> Optional<T> read(
      Function<Interest, Optional<T>> taken, Function<String, Optional<T>> refused) {
    Interest interest;
    try {
      interest =
          switch (kind) {
            case TOPIC -> new Interest.InTopic(id(), value);
            case PHRASE -> new Interest.InPhrase(id(), value);
            case AUTHOR -> new Interest.InAuthor(id(), value);
            case QUERY -> new Interest.InQuery(id(), value);
            case String other ->
                throw new IllegalStateException("an interest is stored of kind " + other);
          };
    } catch (IllegalArgumentException noSense) {
      return refused.apply(String.valueOf(noSense.getMessage()));
    }
    return taken.apply(interest);
  }

  private static String hash(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(utf8(text));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
