package io.paperwire.ingest.source.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where files were left, by how much of them has been read. Belongs to one thread. */
final class KnownFiles {

  private final Map<String, FilePosition> byPart = new HashMap<>();
  private final SortedMap<Long, List<FilePosition>> byLength = new TreeMap<>();

  /** Notes where a file was left, instead of what was known of its part before. */
  void put(FilePosition position) {
    Optional.ofNullable(byPart.put(position.part(), position)).ifPresent(this::forget);
    byLength.computeIfAbsent(position.bytes(), _ -> new ArrayList<>()).add(position);
  }

  private void forget(FilePosition former) {
    List<FilePosition> alike = byLength.getOrDefault(former.bytes(), new ArrayList<>());
    alike.remove(former);
    if (alike.isEmpty()) {
      byLength.remove(former.bytes());
    }
  }

  /** The positions after so many bytes. */
  List<FilePosition> ofLength(long bytes) {
    return List.copyOf(byLength.getOrDefault(bytes, List.of()));
  }

  /** The positions by their bytes, the shortest first. */
  SortedMap<Long, List<FilePosition>> byLength() {
    return Collections.unmodifiableSortedMap(byLength);
  }
}
