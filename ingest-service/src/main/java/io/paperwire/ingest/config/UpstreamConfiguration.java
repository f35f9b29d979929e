package io.paperwire.ingest.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How upstreams are asked, whichever source asks.
 *
 * @param contact mail address or page under which an upstream can reach whoever runs this; stands
 *     in the User-Agent, and is needed as soon as a source is switched on that asks an upstream
 * @param timeout longest time for one whole answer
 * @param maxBytes largest answer
 * @param privateHosts hosts with their ports, such as {@code mirror.example:8080}, that may be
 *     asked although their addresses are private
 * @param shared whether other instances, backfills included, may ask the same upstreams, so that
 *     all have to take turns; needs a broker
 */
@ConfigurationProperties("paperwire.ingest.upstream")
public record UpstreamConfiguration(
    @Bindable(defaultValue = "") String contact,
    @Bindable(defaultValue = "60s") Duration timeout,
    @Bindable(defaultValue = "33554432") int maxBytes,
    @Bindable(defaultValue = "") List<String> privateHosts,
    @Bindable(defaultValue = "true") boolean shared) {

  private static final String PREFIX = "paperwire.ingest.upstream.";
  private static final Pattern HOST = Pattern.compile("[^\\s/:]+:\\d{1,5}");
  private static final Pattern CONTROL = Pattern.compile("[^\\x20-\\x7E]");

  public UpstreamConfiguration {
    contact = contact.strip();
    privateHosts = privateHosts.stream().map(String::strip).filter(h -> !h.isEmpty()).toList();
    if (CONTROL.matcher(contact).find()) {
      throw new IllegalArgumentException(PREFIX + "contact must be plain ASCII on one line");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException(PREFIX + "timeout must be positive, not " + timeout);
    }
    if (maxBytes < 1) {
      throw new IllegalArgumentException(PREFIX + "max-bytes must be at least 1, not " + maxBytes);
    }
    for (String host : privateHosts) {
      if (!HOST.matcher(host).matches()) {
        throw new IllegalArgumentException(
            PREFIX + "private-hosts names '" + host + "', which is no host with port");
      }
    }
  }

  /**
   * Makes sure that an upstream can reach whoever runs this.
   *
   * @throws IllegalArgumentException if there is no contact
   */
  public void requireContact(String upstream) {
    if (contact.isEmpty()) {
      throw new IllegalArgumentException(
          PREFIX
              + "contact is empty: "
              + upstream
              + " asks for an address under which you can be reached");
    }
  }
}
