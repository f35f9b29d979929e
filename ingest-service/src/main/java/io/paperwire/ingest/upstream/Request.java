package io.paperwire.ingest.upstream;

import java.net.URI;
import java.util.Map;

/**
 * What an upstream is asked.
 *
 * @param address where; http or https. Stands in logs and dead letters, so it holds no secret
 * @param accept media types that can be read
 * @param validators of the answer that is known already
 * @param secrets headers that hold a key; sent to the address's own host only
 * @param secretParameters parameters of the query that hold a key; added for the address's own host
 *     only
 */
public record Request(
    URI address,
    String accept,
    Validators validators,
    Map<String, String> secrets,
    Map<String, String> secretParameters) {

  /** Media types of feeds and other XML. */
  public static final String XML =
      "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9";

  /** The media type of JSON. */
  public static final String JSON = "application/json";

  public Request {
    secrets = Map.copyOf(secrets);
    secretParameters = Map.copyOf(secretParameters);
  }

  /** A request without conditions and keys. */
  public static Request of(URI address, String accept) {
    return new Request(address, accept, Validators.none(), Map.of(), Map.of());
  }

  /** The same with a condition. */
  public Request unlessKnown(Validators known) {
    return new Request(address, accept, known, secrets, secretParameters);
  }

  /** The same with a header that holds a key. */
  public Request withSecrets(Map<String, String> headers) {
    return new Request(address, accept, validators, headers, secretParameters);
  }

  /** The same with a parameter that holds a key. */
  public Request withSecretParameters(Map<String, String> parameters) {
    return new Request(address, accept, validators, secrets, parameters);
  }

  /** The address; never the keys. */
  @Override
  public String toString() {
    return address.toString();
  }
}
