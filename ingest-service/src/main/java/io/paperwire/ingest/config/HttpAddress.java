package io.paperwire.ingest.config;

import java.net.URI;

/** Checks addresses in the configuration. */
final class HttpAddress {

  private HttpAddress() {}

  /**
   * Makes sure that a key holds an address that can be asked.
   *
   * @throws IllegalArgumentException if it does not
   */
  static void require(String key, URI address) {
    boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!http || address.getHost() == null) {
      throw new IllegalArgumentException(key + " is no http address: " + address);
    }
  }
}
