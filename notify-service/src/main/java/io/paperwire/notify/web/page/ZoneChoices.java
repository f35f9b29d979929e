package io.paperwire.notify.web.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The time zones to choose from: those named for a place, by part of the world. */
public final class ZoneChoices {

  private static final List<String> AREAS =
      List.of(
          "Africa",
          "America",
          "Antarctica",
          "Asia",
          "Atlantic",
          "Australia",
          "Europe",
          "Indian",
          "Pacific");

  private static final Map<String, List<String>> BY_AREA = byArea();

  private ZoneChoices() {}

  /** Zone ids by area, both in alphabetical order; UTC is in none of them. */
  public static Map<String, List<String>> all() {
    return BY_AREA;
  }

  /** Whether a zone is one of {@link #all} or UTC. */
  public static boolean isListed(String zone) {
    return zone.equals("UTC") || BY_AREA.values().stream().anyMatch(zones -> zones.contains(zone));
  }

  /** A zone's place for readers, without its area: {@code Argentina, Buenos Aires}. */
  public static String place(String zone) {
    return zone.substring(zone.indexOf('/') + 1).replace("/", ", ").replace('_', ' ');
  }

  private static Map<String, List<String>> byArea() {
    Map<String, List<String>> zones = new TreeMap<>();
    ZoneId.getAvailableZoneIds().stream()
        .sorted()
        .filter(id -> AREAS.stream().anyMatch(area -> id.startsWith(area + "/")))
        .forEach(
            id ->
                zones
                    .computeIfAbsent(id.substring(0, id.indexOf('/')), area -> new ArrayList<>())
                    .add(id));
    return zones;
  }
}
