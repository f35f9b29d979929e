package io.paperwire.standalone.system;

import io.paperwire.embedded.EmbeddedException;
import io.paperwire.embedded.EmbeddedException.Reason;
import io.paperwire.embedded.process.PrivateFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The secrets of a standalone system, made at random.
 *
 * @param token signs the links in mails
 * @param apiKey lets papers be submitted over HTTP
 */
public record Secrets(String token, String apiKey) {

  private static final int BYTES = 32;

  /** New secrets. */
  public static Secrets random() {
    return new Secrets(text(), text());
  }

  /**
   * The secrets of a folder: read where they are, else made and kept for this user's eyes only.
   *
   * @throws EmbeddedException if they can be neither read nor kept
   */
  public static Secrets in(Path folder) {
    Path file = file(folder);
    try {
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() < 2) {
          throw new IOException("it has no two lines; delete it, and new secrets are made");
        }
        return new Secrets(lines.get(0), lines.get(1));
      }
      Secrets secrets = random();
      PrivateFolders.make(folder);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(file, List.of(secrets.token(), secrets.apiKey()), StandardCharsets.UTF_8);
      return secrets;
    } catch (IOException e) {
      throw new EmbeddedException(
          Reason.FOLDER_NOT_WRITABLE, "secrets cannot be kept in the file " + file, e);
    }
  }

  /** The file in which a folder keeps them: a line for the token, and one for the API key. */
  public static Path file(Path folder) {
    return folder.resolve("secrets");
  }

  /** The form in which ingest-service knows the API key. */
  String apiKeyHash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(apiKey.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Says nothing. */
  @Override
  public String toString() {
    return "Secrets[hidden]";
  }

  private static String text() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
