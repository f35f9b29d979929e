package io.paperwire.notify.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StoredInterestTest {

  @Test
  void shouldNameAnInterestByWhatItSaysWhereThatIsShort() {
    List<StoredInterest> interests =
        StoredInterest.of(
            List.of("robotics"), List.of("Dark Matter"), List.of("Jörg Müller"), List.of());

    assertThat(interests)
        .extracting(StoredInterest::id)
        .containsExactly("topic:robotics", "phrase:dark matter", "author:jörg müller");
  }

  @Test
  void shouldNameAQueryByAHashAsTheDatabaseDoes() {
    // select left(encode(sha256(convert_to('ti:LoRA NOT survey', 'UTF8')), 'hex'), 32)
    assertThat(query("ti:LoRA NOT survey").id())
        .isEqualTo("query:acc991e0f8dcb7eb2b22ff44c2fd530c");
    assertThat(query("ti:lora NOT survey").id()).isNotEqualTo(query("ti:LoRA NOT survey").id());
  }

  @Test
  void shouldKeepEveryIdShortEnoughForAPrimaryKey() {
    StoredInterest phrase = new StoredInterest(StoredInterest.PHRASE, "щ".repeat(4_000));

    assertThat(phrase.id()).hasSize("phrase:".length() + 32);
    assertThat(phrase.id())
        .isEqualTo(new StoredInterest(StoredInterest.PHRASE, "Щ".repeat(4_000)).id());
    assertThat(query("щ".repeat(4_000)).id()).hasSize("query:".length() + 32);
  }

  @Test
  void shouldCountTheBytesOfWhatIsWritten() {
    assertThat(new StoredInterest(StoredInterest.PHRASE, "граф").bytes())
        .isEqualTo("phrase:".length() + 8 + 8);
  }

  private static StoredInterest query(String text) {
    return new StoredInterest(StoredInterest.QUERY, text);
  }

  @Test
  void shouldSayWhyItMakesNoSense() {
    assertThat(new StoredInterest(StoredInterest.PHRASE, "graphs").refusal()).isEmpty();
    assertThat(new StoredInterest(StoredInterest.QUERY, "ti:(").refusal()).isPresent();
    assertThat(new StoredInterest(StoredInterest.QUERY, "ti:(").matched()).isEmpty();
  }
}
