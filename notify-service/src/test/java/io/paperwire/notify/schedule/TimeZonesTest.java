package io.paperwire.notify.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class TimeZonesTest {

  @Test
  void shouldFindZonesByTheirIanaId() {
    assertThat(TimeZones.find("Europe/Berlin")).contains(ZoneId.of("Europe/Berlin"));
    assertThat(TimeZones.find("UTC")).contains(ZoneId.of("UTC"));
  }

  @Test
  void shouldFindNoZoneForOtherText() {
    assertThat(TimeZones.find("Europe/Paperwire")).isEmpty();
    assertThat(TimeZones.find("+02:00")).isEmpty();
    assertThat(TimeZones.find("europe/berlin")).isEmpty();
    assertThat(TimeZones.find("")).isEmpty();
  }
}
