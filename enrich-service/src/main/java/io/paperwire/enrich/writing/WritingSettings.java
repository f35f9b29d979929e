package io.paperwire.enrich.writing;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where summaries are written.
 *
 * @param endpoint base address of an API in the manner of OpenAI's, such as {@code
 *     https://llm.example.org/v1}
 * @param model name of the model there
 * @param key sent as a bearer token, if the endpoint wants one
 * @param timeout longest time for an answer
 * @param concurrency papers that are asked for at the same time
 */
public record WritingSettings(
    URI endpoint, String model, Optional<String> key, Duration timeout, int concurrency) {

  private static final String PROPERTY = "paperwire.summaries.endpoint ";

  /**
   * Checks all of it.
   *
   * @throws IllegalArgumentException if the address is not https, nor http to a machine of one's
   *     own network; or another value makes no sense
   */
  public WritingSettings {
    if (endpoint.getHost() == null || endpoint.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          PROPERTY + "must be an address such as https://llm.example.org/v1, without a user");
    }
    if (endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
      throw new IllegalArgumentException(PROPERTY + "must end with its path: " + endpoint);
    }
    boolean safe =
        switch (String.valueOf(endpoint.getScheme())) {
          case "https" -> true;
          case "http" -> isOwnNetwork(endpoint.getHost());
          default -> false;
        };
    if (!safe) {
      throw new IllegalArgumentException(
          PROPERTY
              + "must be https, since texts and the key travel there, or http to this machine or a"
              + " private network, not "
              + endpoint);
    }
    if (key.filter(text -> !text.chars().allMatch(c -> c > ' ' && c < 0x7F)).isPresent()) {
      throw new IllegalArgumentException(
          "PAPERWIRE_SUMMARIES_API_KEY has a character that no header takes, such as a blank or an"
              + " end of line"); // the message does not repeat the key
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("paperwire.summaries.model must name a model");
    }
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          "paperwire.summaries.timeout must be up to a minute, not " + timeout);
    }
    if (concurrency < 1) {
      throw new IllegalArgumentException(
          "paperwire.summaries.concurrency must be at least 1, not " + concurrency);
    }
  }

  /** Loopback and the private ranges; not link-local, where clouds keep their metadata. */
  private static boolean isOwnNetwork(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host))
          .allMatch(address -> address.isLoopbackAddress() || address.isSiteLocalAddress());
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return model + " at " + endpoint;
  }
}
