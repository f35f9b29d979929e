package io.paperwire.notify.web.client;

import io.micronaut.http.HttpRequest;
import io.paperwire.notify.role.WebRole;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** How often one client may have the catalogue searched: anybody may, and each search is work. */
@Singleton
@WebRole
public final class SearchLimit {

  private final ClientAddress clients;
  private final ClientLimit limit;

  SearchLimit(ClientAddress clients, SearchSettings settings, InstantSource clock) {
    this.clients = clients;
    this.limit = new ClientLimit(settings.clientLimit(), settings.clientWindow(), clock);
  }

  /**
   * Counts a search or a preview.
   *
   * @throws Overload if it is one too many of this client
   */
  public void count(HttpRequest<?> request) {
    tooMany(request)
        .ifPresent(
            wait -> {
              throw Overload.ofClient(wait);
            });
  }

  /** Counts a search or a preview that can be left out; whether it is one too many. */
  public boolean isOneTooMany(HttpRequest<?> request) {
    return tooMany(request).isPresent();
  }

  private Optional<Duration> tooMany(HttpRequest<?> request) {
    return limit.count(clients.of(request));
  }
}
