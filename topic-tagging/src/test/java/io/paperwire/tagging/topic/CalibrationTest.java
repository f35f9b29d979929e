package io.paperwire.tagging.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paperwire.tagging.topic.Calibration.Judged;
import io.paperwire.tagging.topic.Calibration.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CalibrationTest {

  @Test
  void shouldBeAStraightLineBetweenPointsAndLevelBeyond() {
    Calibration calibration = new Calibration(List.of(new Point(0.4, 0.6), new Point(0.8, 0.8)));

    assertThat(calibration.of(0.1)).isEqualTo(0.6);
    assertThat(calibration.of(0.6)).isCloseTo(0.7, within(1e-9));
    assertThat(calibration.of(0.95)).isEqualTo(0.8);
  }

  @Test
  void shouldTellHowOftenTagsOfAScoreAreRight() {
    List<Judged> tags = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      tags.add(new Judged(0.5, i % 2 == 0));
      tags.add(new Judged(0.9, i % 10 != 0));
    }

    Calibration calibration = Calibration.fit(tags);

    assertThat(calibration.of(0.5)).isCloseTo(0.5, within(0.02));
    assertThat(calibration.of(0.9)).isCloseTo(0.9, within(0.02));
  }

  @Test
  void shouldNeverFall() {
    List<Judged> tags = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      tags.add(new Judged(0.5, true));
      tags.add(new Judged(0.6, i % 4 == 0));
      tags.add(new Judged(0.9, i % 4 != 0));
    }

    Calibration calibration = Calibration.fit(tags);

    assertThat(calibration.of(0.5)).isLessThanOrEqualTo(calibration.of(0.6));
    assertThat(calibration.of(0.6)).isLessThan(calibration.of(0.9));
  }

  @Test
  void shouldRefuseToLearnFromNothing() {
    assertThatThrownBy(() -> Calibration.fit(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
