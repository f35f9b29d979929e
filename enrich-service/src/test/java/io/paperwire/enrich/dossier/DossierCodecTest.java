package io.paperwire.enrich.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.paperwire.enrich.state.PaperState;
import io.paperwire.enrich.trend.Attention;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperSignal;
import io.paperwire.schemas.PaperSignalKind;
import io.paperwire.schemas.PaperStanding;
import io.paperwire.streams.StoreSerde;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

final class DossierCodecTest {

  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void shouldGetBackFromTheStoreWhatWasPutThere() {
    Dossier dossier =
        Dossier.EMPTY
            .with(event("arxiv-feed", "A title"))
            .with(event("file", "Another title"))
            .with(votes(3), MORNING)
            .with(new PaperStanding("arxiv:2401.01234", "galaxies", 2))
            .withWritten("abc");

    assertThat(throughTheStore(dossier)).isEqualTo(dossier);
    assertThat(throughTheStore(Dossier.EMPTY.with(votes(3), MORNING)))
        .isEqualTo(Dossier.EMPTY.with(votes(3), MORNING));
  }

  @Test
  void shouldRememberWhenAPaperWasFirstSeen() {
    PaperEvent late = event("file", "A title");
    PaperEvent early = PaperEvent.newBuilder(late).setObservedAt(MORNING.minusSeconds(9)).build();

    assertThat(Dossier.EMPTY.with(late).with(early).firstSeenAt())
        .isEqualTo(Optional.of(MORNING.minusSeconds(9)));
    assertThat(Dossier.EMPTY.with(early).with(late).firstSeenAt())
        .isEqualTo(Optional.of(MORNING.minusSeconds(9)));
    assertThat(Dossier.EMPTY.with(votes(1), MORNING).firstSeenAt()).isEmpty();
  }

  @Test
  void shouldRefuseWhatDoesNotFitIntoARecord() {
    Dossier dossier = Dossier.EMPTY.with(event("file", "long ".repeat(200_000)));

    assertThatThrownBy(() -> DossierCodec.toState(dossier))
        .isInstanceOf(OversizedPaperException.class)
        .hasMessageStartingWith("what is known of the paper takes 1000");
  }

  @Test
  void shouldMeasureAllThatIsKept() {
    SortedMap<Long, Long> hours = new TreeMap<>();
    for (long hour = 0; hour < 250_000; hour++) {
      hours.put(hour, 1L);
    }

    assertThatThrownBy(() -> DossierCodec.toState(after(new Attention(0, hours))))
        .isInstanceOf(OversizedPaperException.class);
  }

  private static Dossier after(Attention attention) {
    return new Dossier(
        List.of(),
        Optional.empty(),
        attention,
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        Optional.empty());
  }

  private static Dossier throughTheStore(Dossier dossier) {
    Serde<PaperState> serde = StoreSerde.of(PaperState.class);
    byte[] bytes = serde.serializer().serialize("papers-changelog", DossierCodec.toState(dossier));
    return DossierCodec.fromState(serde.deserializer().deserialize("papers-changelog", bytes));
  }

  private static PaperEvent event(String source, String title) {
    return PaperEvent.newBuilder()
        .setPaperId("arxiv:2401.01234")
        .setKind(PaperEventKind.ANNOUNCED)
        .setSource(source)
        .setSourceKey("2401.01234")
        .setObservedAt(MORNING)
        .setTitle(title)
        .build();
  }

  private static PaperSignal votes(long count) {
    return PaperSignal.newBuilder()
        .setPaperId("arxiv:2401.01234")
        .setSource("hugging-face")
        .setKind(PaperSignalKind.UPVOTE)
        .setCount(count)
        .setAt(MORNING)
        .build();
  }
}
