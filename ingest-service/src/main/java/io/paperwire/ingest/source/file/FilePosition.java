package io.paperwire.ingest.source.file;

import io.paperwire.ingest.source.Position;
import java.util.Map;
import java.util.Optional;

/**
 * How far a file has been read.
 *
 * @param part name of the file's part of the source: the digest after the first page that was read
 *     of it, and the name that it then had; files that begin alike are parts of their own
 * @param name the file's name when it was read last, for people
 * @param format how its lines are read
 * @param bytes how many bytes of its content have been read
 * @param lines how many lines those are
 * @param digest SHA-256 of those bytes, in hexadecimal
 */
record FilePosition(
    String part, String name, LineFormat format, long bytes, long lines, String digest) {

  /** Reads a committed position; empty if it was written in another way. */
  static Optional<FilePosition> of(String part, Position position) {
    try {
      return Optional.of(
          new FilePosition(
              part,
              position.get("name").orElseThrow(),
              LineFormat.valueOf(position.get("format").orElseThrow()),
              Long.parseLong(position.get("bytes").orElseThrow()),
              Long.parseLong(position.get("lines").orElseThrow()),
              position.get("digest").orElseThrow()));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The position as it is committed. */
  Position toPosition() {
    return new Position(
        Map.of(
            "name", name,
            "format", format.name(),
            "bytes", Long.toString(bytes),
            "lines", Long.toString(lines),
            "digest", digest));
  }
}
