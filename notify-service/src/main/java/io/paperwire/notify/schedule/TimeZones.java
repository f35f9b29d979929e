package io.paperwire.notify.schedule;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** The time zones that a subscriber can choose. */
public final class TimeZones {

  /** Asked for hundreds of thousands of times when a task starts; each time it would be copied. */
  private static final Set<String> IDS = ZoneId.getAvailableZoneIds();

  private TimeZones() {}

  /**
   * The zone of an IANA id such as "Europe/Berlin" or "UTC"; empty where there is none of that
   * name. Offsets such as "+02:00" are no zones: they do not follow the clocks of any place.
   */
  public static Optional<ZoneId> find(String id) {
    return IDS.contains(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
  }
}
