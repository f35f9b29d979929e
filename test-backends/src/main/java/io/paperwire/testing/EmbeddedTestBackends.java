package io.paperwire.testing;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.BackendPorts;
import io.paperwire.embedded.BackendPrograms;
import io.paperwire.embedded.EmbeddedBackends;
import io.paperwire.embedded.mailbox.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The backends that come from Maven artifacts, on free ports and a folder of their own. */
record EmbeddedTestBackends(Path folder, EmbeddedBackends embedded) implements RunningBackends {

  static RunningBackends start(Set<Backend> wanted) {
    try {
      Path folder = Files.createTempDirectory("paperwire-test-backends-");
      return new EmbeddedTestBackends(
          folder,
          EmbeddedBackends.start(wanted, BackendPrograms.built(), folder, BackendPorts.free()));
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the backends' data", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the backends were starting", e);
    }
  }

  @Override
  public String bootstrapServers() {
    return embedded.broker().bootstrapServers();
  }

  @Override
  public void killBroker() throws InterruptedException {
    embedded.broker().kill();
  }

  @Override
  public void restartBroker() throws InterruptedException {
    embedded.broker().restart();
  }

  @Override
  public String registryUrl() {
    return embedded.registry().url();
  }

  @Override
  public String jdbcUrl(String database) {
    String server = embedded.postgres().jdbcUrl();
    Databases.create(server, databaseUser(), databasePassword(), database);
    return server.substring(0, server.lastIndexOf('/') + 1) + database;
  }

  @Override
  public String databaseUser() {
    return embedded.postgres().user();
  }

  @Override
  public String databasePassword() {
    return embedded.postgres().password();
  }

  @Override
  public Mailbox mailbox() {
    return embedded.mailbox();
  }

  @Override
  public void close() {
    embedded.close();
    try (var files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the backends' data cannot be deleted", e);
    }
  }
}
