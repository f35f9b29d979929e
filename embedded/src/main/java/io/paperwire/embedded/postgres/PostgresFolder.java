package io.paperwire.embedded.postgres;

import io.paperwire.embedded.process.PrivateFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/** What a server keeps: its data, its log, and the password of its user. */
record PostgresFolder(Path path) {

  private static final int PASSWORD_BYTES = 32;

  /** The server's own folder, in which it works. */
  Path data() {
    return path.resolve("data");
  }

  /** Where its output goes. */
  Path log() {
    return path.resolve("postgres.out");
  }

  /**
   * Holds the password in one line, for this user's eyes only: whoever is let in as the server's
   * superuser can run programs as the user who runs the server.
   */
  Path passwordFile() {
    return path.resolve("password");
  }

  /** Holds the id of the server's process while it runs. */
  Path pidFile() {
    return data().resolve("postmaster.pid");
  }

  /** Holds the id of the process that ends the server if this program is gone. */
  Path lifeline() {
    return path.resolve("lifeline");
  }

  /** Whether a server ever ran on these data: each leaves its options there. */
  boolean isMade() {
    return Files.exists(data().resolve("postmaster.opts"));
  }

  /** Makes what a server needs before its first start. */
  void make() throws IOException {
    PrivateFolders.make(path);
    if (!isMade()) {
      discardUnfinished();
      makePassword();
    }
  }

  /** Deletes what an initialisation that was cut short has left behind. */
  private void discardUnfinished() throws IOException {
    if (Files.exists(data())) {
      try (var files = Files.walk(data())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void makePassword() throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(passwordFile());
    Files.createFile(
        passwordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
  }

  /** The password; empty for data of earlier versions, whose server asks for none. */
  String password() {
    try {
      return Files.readString(passwordFile(), StandardCharsets.UTF_8).strip();
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + passwordFile(), e);
    }
  }

  /**
   * Deletes what would refuse a server that may well start: whoever owns the folder has a lock of
   * their own on it. A start that fails leaves its lock in the library's hands. PostgreSQL takes an
   * id that it has left behind for a running server if any process has that id, even one that is
   * dead but not asked for; by its shared memory it still tells whether its old children run.
   */
  void forgetLocks() throws IOException {
    Files.deleteIfExists(data().resolve("epg-lock"));
    if (running().isEmpty()) {
      Files.deleteIfExists(pidFile());
    }
  }

  /**
   * The server that runs on these data. A stale file may name an id that another program has now.
   */
  Optional<ProcessHandle> running() {
    try (var lines = Files.lines(pidFile())) {
      return lines
          .findFirst()
          .map(line -> Long.valueOf(line.strip()))
          .flatMap(ProcessHandle::of)
          .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + pidFile(), e);
    }
  }
}
