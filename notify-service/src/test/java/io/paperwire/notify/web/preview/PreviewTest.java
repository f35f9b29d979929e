package io.paperwire.notify.web.preview;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.matching.Interest;
import io.paperwire.notify.web.catalogue.Catch;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PreviewTest {

  private static final LocalDate DAY = LocalDate.parse("2026-06-12");

  @Test
  void shouldNameWhatIsTooManyAtOnce() {
    Forecast forecast =
        Preview.counted(interests(23), PreviewTest::words, PreviewTest::line, () -> false);

    assertThat(forecast.lines()).hasSize(20);
    assertThat(forecast.left())
        .containsExactly(
            new Forecast.Left("phrase 20", Forecast.Why.TOO_MANY),
            new Forecast.Left("phrase 21", Forecast.Why.TOO_MANY),
            new Forecast.Left("phrase 22", Forecast.Why.TOO_MANY));
  }

  @Test
  void shouldNameWhatWouldTakeTooLong() {
    AtomicInteger asked = new AtomicInteger();

    Forecast forecast =
        Preview.counted(
            interests(3), PreviewTest::words, PreviewTest::line, () -> asked.getAndIncrement() > 0);

    assertThat(forecast.lines()).hasSize(1);
    assertThat(forecast.left())
        .containsExactly(
            new Forecast.Left("phrase 1", Forecast.Why.TOO_LONG),
            new Forecast.Left("phrase 2", Forecast.Why.TOO_LONG));
  }

  @Test
  void shouldLookNoFurtherBackThanThereArePapers() {
    assertThat(Preview.since(DAY, 30, Optional.of(DAY.minusDays(9)))).isEqualTo("2026-06-03");
    assertThat(Preview.since(DAY, 30, Optional.of(DAY.minusDays(90)))).isEqualTo("2026-05-14");
    assertThat(Preview.since(DAY, 30, Optional.of(DAY.plusDays(1)))).isEqualTo("2026-05-14");
    assertThat(Preview.since(DAY, 7, Optional.empty())).isEqualTo("2026-06-06");
  }

  @Test
  void shouldTellTheDaysInTheirOrder() {
    List<LocalDate> days = IntStream.range(0, 30).mapToObj(DAY::minusDays).toList();
    Map<LocalDate, Integer> byDay = days.stream().collect(toMap(day -> day, _ -> 1));

    assertThat(new Catch(days.getLast(), true, byDay, List.of()).byDay().keySet())
        .containsExactlyElementsOf(days.reversed());
  }

  @Test
  void shouldTakeNoOtherNumberOfDays() {
    assertThat(Preview.days("30")).contains(30);
    assertThat(Preview.days("31")).isEmpty();
    assertThat(Preview.days("")).isEmpty();
  }

  private static List<Interest> interests(int count) {
    return IntStream.range(0, count)
        .<Interest>mapToObj(i -> new Interest.InPhrase("phrase:" + i, "phrase " + i))
        .toList();
  }

  private static String words(Interest interest) {
    return interest.id().replace(':', ' ');
  }

  private static Preview.Line line(Interest interest) {
    return new Preview.Line(
        interest, words(interest), new Catch(DAY, true, Map.of(), List.of()), DAY, 0);
  }
}
