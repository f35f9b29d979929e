package io.paperwire.notify.web.client;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.HttpServerConfiguration;
import io.paperwire.notify.role.WebRole;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address by which a client is counted. Behind a proxy every request comes from the proxy:
 * there {@code micronaut.server.client-address-header} has to name the header in which the proxy
 * writes the client's address, for example {@code X-Forwarded-For}. Of several addresses in it the
 * last counts, for that is the one which the proxy has seen; those before it are the client's word.
 * Where no header is named, none is believed, or every request could call itself a new client.
 */
@Singleton
@WebRole
public final class ClientAddress {

  private static final int NETWORK_BYTES = 8;

  /** Some proxies write the client's port too, which is another one for each connection. */
  private static final Pattern WITH_PORT = Pattern.compile("(\\d+(?:\\.\\d+){3}|\\[[^\\]]*]):\\d+");

  private final Optional<String> header;

  ClientAddress(HttpServerConfiguration server) {
    this.header = Optional.ofNullable(server.getClientAddressHeader());
  }

  /** The client of a request: an IPv4 address, or the network of an IPv6 address. */
  public String of(HttpRequest<?> request) {
    return network(
        header
            .flatMap(name -> last(request.getHeaders().getAll(name)))
            .orElseGet(() -> request.getRemoteAddress().getAddress().getHostAddress()));
  }

  /** The last address of a header that may hold several, in one line or more. */
  static Optional<String> last(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .reduce((before, after) -> after);
  }

  /** One IPv6 client may have 2^64 addresses; what tells clients apart are the first 64 bits. */
  static String network(String written) {
    Matcher withPort = WITH_PORT.matcher(written);
    String address = withPort.matches() ? withPort.group(1) : written;
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.ofDelimiter(":").formatHex(six.getAddress(), 0, NETWORK_BYTES)
          : address;
    } catch (IllegalArgumentException noAddress) {
      return address;
    }
  }
}
