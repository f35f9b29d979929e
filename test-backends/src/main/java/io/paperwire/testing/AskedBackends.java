package io.paperwire.testing;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.mailbox.Mailbox;
import java.util.Map;
import java.util.Optional;

/**
 * What one test class sees: the backends that it asks for, and no other that happens to run.
 *
 * @param asked who provides each backend
 */
record AskedBackends(Map<Backend, Backends> asked) implements Backends {

  @Override
  public String bootstrapServers() {
    return provider(Backend.KAFKA).bootstrapServers();
  }

  @Override
  public void killBroker() throws InterruptedException {
    provider(Backend.KAFKA).killBroker();
  }

  @Override
  public void restartBroker() throws InterruptedException {
    provider(Backend.KAFKA).restartBroker();
  }

  @Override
  public String registryUrl() {
    return provider(Backend.REGISTRY).registryUrl();
  }

  @Override
  public String jdbcUrl(String database) {
    return provider(Backend.POSTGRES).jdbcUrl(database);
  }

  @Override
  public String databaseUser() {
    return provider(Backend.POSTGRES).databaseUser();
  }

  @Override
  public String databasePassword() {
    return provider(Backend.POSTGRES).databasePassword();
  }

  @Override
  public Mailbox mailbox() {
    return provider(Backend.MAILBOX).mailbox();
  }

  private Backends provider(Backend backend) {
    return Optional.ofNullable(asked.get(backend))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the test class does not ask for "
                        + backend
                        + ": name it in its @UseBackends"));
  }
}
