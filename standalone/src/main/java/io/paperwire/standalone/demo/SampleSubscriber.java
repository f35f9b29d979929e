package io.paperwire.standalone.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * A subscriber who is signed up for the demonstration.
 *
 * @param address mail address in a domain reserved for examples (RFC 2606)
 * @param topics topic ids of the vocabulary
 * @param phrases words to look for
 * @param authors names to follow
 * @param cadence {@code instant}, {@code daily} or {@code weekly}
 * @param zone IANA time zone
 */
record SampleSubscriber(
    @JsonProperty(required = true) String address,
    List<String> topics,
    List<String> phrases,
    List<String> authors,
    @JsonProperty(required = true) String cadence,
    @JsonProperty(required = true) String zone) {

  SampleSubscriber {
    topics = List.copyOf(topics);
    phrases = List.copyOf(phrases);
    authors = List.copyOf(authors);
  }

  /** The subscribers that come with the project. */
  static List<SampleSubscriber> bundled() {
    JsonMapper json =
        JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (InputStream in =
        Objects.requireNonNull(
            SampleSubscriber.class.getResourceAsStream("/sample/subscribers.json"))) {
      return List.of(json.readValue(in, SampleSubscriber[].class));
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled sample subscribers cannot be read", e);
    }
  }

  /** Whether mails come as soon as a paper matches. */
  boolean instant() {
    return cadence.equals("instant");
  }
}
