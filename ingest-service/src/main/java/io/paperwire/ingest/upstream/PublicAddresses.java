package io.paperwire.ingest.upstream;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Says where requests may go: to http and https addresses of the public network. An upstream, or
 * someone who speaks in its name, can redirect a request or point a name at an address inside the
 * network of whoever runs this (server-side request forgery); such addresses are refused. The
 * platform keeps a resolved name for a while ({@code networkaddress.cache.ttl}, 30 s), so that what
 * is checked here is what is then connected to.
 */
final class PublicAddresses {

  private final Set<String> privateHosts;

  /**
   * The rule.
   *
   * @param privateHosts hosts, each with its port ({@code mirror.example:8080}), that may be asked
   *     wherever they are
   */
  PublicAddresses(Set<String> privateHosts) {
    this.privateHosts = Set.copyOf(privateHosts);
  }

  /**
   * Refuses an address that must not be asked.
   *
   * @throws IOException with the reason
   */
  void check(URI address) throws IOException {
    String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    Optional<String> host = Optional.ofNullable(address.getHost());
    if (host.isEmpty() || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IOException(address + " is no http address: not asked");
    }
    if (address.getUserInfo() != null) {
      throw new IOException("an address with a password in it is not asked");
    }
    if (privateHosts.contains(host.get() + ":" + port(address, scheme))) {
      return;
    }
    for (InetAddress resolved : resolve(host.get())) {
      if (!isPublic(resolved)) {
        throw new IOException(
            host.get()
                + " is "
                + resolved.getHostAddress()
                + ", a private address: not asked. Name it in"
                + " paperwire.ingest.upstream.private-hosts if it is meant");
      }
    }
  }

  private static InetAddress[] resolve(String host) throws IOException {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException e) {
      throw new IOException("there is no host " + host, e);
    }
  }

  private static int port(URI address, String scheme) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return scheme.equals("https") ? 443 : 80;
  }

  /** True for addresses of the public network (IANA special-purpose registries, RFC 6890). */
  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return switch (address) {
      case Inet4Address four -> isPublic(four.getAddress());
      case Inet6Address six -> isPublicSix(six.getAddress());
      default -> false;
    };
  }

  private static boolean isPublic(byte[] four) {
    int first = four[0] & 0xFF;
    int second = four[1] & 0xFF;
    boolean carrierNat = first == 100 && (second & 0xC0) == 64; // 100.64.0.0/10
    boolean protocols = first == 192 && second == 0 && four[2] == 0; // 192.0.0.0/24
    boolean benchmark = first == 198 && (second & 0xFE) == 18; // 198.18.0.0/15
    return first != 0 && first < 224 && !carrierNat && !protocols && !benchmark;
  }

  /** Only global unicast (2000::/3), and there no address that wraps a private one of IPv4. */
  private static boolean isPublicSix(byte[] six) {
    boolean global = (six[0] & 0xE0) == 0x20;
    boolean sixToFour = six[0] == 0x20 && six[1] == 0x02;
    boolean teredo = six[0] == 0x20 && six[1] == 0x01 && six[2] == 0 && six[3] == 0;
    return global && !sixToFour && !teredo;
  }
}
