package io.paperwire.notify.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.paperwire.likeness.LearntTerms;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class TermsRecordTest {

  private static final LearntTerms LEARNT =
      new LearntTerms(new int[] {-7, 0, 123_456_789}, new float[] {0.5f, 0.000_1f, 1.25f});

  @Test
  void shouldReadWhatItWroteToAByteAWeight() {
    var written = TermsRecord.write(LEARNT).orElseThrow();

    LearntTerms read = TermsRecord.read(written);

    assertThat(written.getTerms().remaining()).isEqualTo(12);
    assertThat(read.terms()).containsExactly(-7, 0, 123_456_789);
    assertThat(read.weights()).containsExactly(new float[] {0.5f, 0, 1.25f}, within(0.005f));
    assertThat(read.weights()[1]).isPositive();
  }

  @Test
  void shouldWriteNothingOfNothingAndReadNothingOfIt() {
    assertThat(TermsRecord.write(LearntTerms.NONE)).isEmpty();
    assertThat(TermsRecord.read(null).isEmpty()).isTrue();
  }

  @Test
  void shouldLearnNothingFromARecordWithoutAWeightForEachTerm() {
    var damaged =
        new io.paperwire.schemas.LearntTerms(
            ByteBuffer.wrap(new byte[7]), ByteBuffer.wrap(new byte[2]), 1f);

    assertThat(TermsRecord.read(damaged).isEmpty()).isTrue();
  }
}
