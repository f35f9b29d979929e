package io.paperwire.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.ingest.identity.CanonicalId;
import io.paperwire.ingest.record.Fault;
import io.paperwire.ingest.record.RecordedSignal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SignalFormatTest {

  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private static Parsed<RecordedSignal> read(String json) {
    return JsonText.parse(json).then(new SignalFormat(() -> NOW)::read);
  }

  @Test
  void shouldReadASignal() {
    assertThat(
            read(
                "{\"id\":\"2401.01234v2\",\"source\":\"hugging-face\",\"kind\":\"upvote\","
                    + "\"count\":-3,\"at\":\"2026-01-31T12:00:00Z\"}"))
        .isEqualTo(
            Parsed.valid(
                new RecordedSignal(
                    new CanonicalId("arxiv:2401.01234"),
                    "hugging-face",
                    RecordedSignal.Kind.UPVOTE,
                    -3,
                    Instant.parse("2026-01-31T12:00:00Z"))));
  }

  @Test
  void shouldAllowForClocksThatAreALittleFast() {
    assertThat(at("2026-01-31T12:05:00Z")).isInstanceOf(Parsed.Valid.class);
    assertThat(at("2026-01-31T12:05:01Z"))
        .isEqualTo(
            Parsed.invalid(
                Fault.WRONG_VALUE,
                "'at' lies ahead: it is 2026-01-31T12:05:01Z, and now it is 2026-01-31T12:00:00Z;"
                    + " give the time at which it happened"));
    assertThat(at("2062-01-31")).isInstanceOf(Parsed.Invalid.class);
  }

  private static Parsed<RecordedSignal> at(String at) {
    return read(
        "{\"id\":\"a\",\"source\":\"s\",\"kind\":\"star\",\"count\":1,\"at\":\"" + at + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | MISSING_FIELD | 'id' is missing; 'source' is missing; 'kind' is missing; 'count' is"
            + " missing; 'at' is missing",
        "{\"id\":\"a\",\"source\":\"s\",\"kind\":\"like\",\"count\":1,\"at\":\"2026-01-31\"} |"
            + " WRONG_VALUE | 'kind' must be one of upvote, star, citation, comment, not 'like'",
        "{\"id\":\"a\",\"source\":\"S p\",\"kind\":\"star\",\"count\":1,\"at\":\"2026-01-31\"} |"
            + " WRONG_VALUE | 'source' must be a name such as hugging-face (a-z, 0-9, hyphen), not"
            + " 'S p'",
        "{\"id\":\"a\",\"source\":\"s\",\"kind\":\"star\",\"count\":0,\"at\":\"2026-01-31\"} |"
            + " WRONG_VALUE | 'count' must not be 0",
        "{\"id\":\"a\",\"source\":\"s\",\"kind\":\"star\",\"count\":-1000000001,\"at\":\"2026-01-31\"}"
            + " | WRONG_VALUE | 'count' must lie between -1000000000 and 1000000000, not"
            + " -1000000001",
        "{\"id\":\"a\",\"source\":\"s\",\"kind\":\"star\",\"count\":1.5,\"at\":\"2026-01-31\"} |"
            + " WRONG_VALUE | 'count' must be a whole number, not 1.5",
        "{\"id\":\"a\",\"source\":\"s\",\"kind\":\"star\",\"count\":\"1\",\"at\":\"2026-01-31\"} |"
            + " WRONG_TYPE | 'count' must be a whole number, not a string",
        "{\"id\":\"a\",\"source\":\"s\",\"type\":\"star\",\"kind\":\"star\",\"count\":1,\"at\":\"2026-01-31\"}"
            + " | UNKNOWN_FIELD | unknown field 'type': did you mean 'kind'?",
      })
  void shouldSayWhatIsWrong(String json, Fault fault, String reason) {
    assertThat(read(json)).isEqualTo(Parsed.invalid(fault, reason));
  }
}
