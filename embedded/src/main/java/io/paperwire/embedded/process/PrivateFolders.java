package io.paperwire.embedded.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders into which no other user of the machine can look. */
public final class PrivateFolders {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private PrivateFolders() {}

  /** Makes a folder where there is none. Who may use one that is there stays as it is. */
  public static Path make(Path folder) throws IOException {
    return Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
  }

  /** Makes a folder where there is none, and keeps everybody else out of it from now on. */
  public static Path close(Path folder) throws IOException {
    return Files.setPosixFilePermissions(make(folder), OWNER_ONLY);
  }
}
