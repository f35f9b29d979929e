package io.paperwire.standalone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import io.paperwire.standalone.deadletter.DeadLetter;
import io.paperwire.standalone.deadletter.Replay;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class DeadLetterCommandTest {

  private final StringWriter errors = new StringWriter();

  @Test
  void shouldReplayEverythingOnlyIfItIsToldTo() {
    assertThat(run("dlq", "replay")).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualTo(
            "paperwire: Say which letters to replay, by a filter, or --all (paperwire dlq replay"
                + " --help tells more)\n");
  }

  @Test
  void shouldSayInALineThatACommandIsMissing() {
    assertThat(run("dlq")).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualTo("paperwire: Say 'dlq list' or 'dlq replay' (paperwire dlq --help tells more)\n");
  }

  @Test
  void shouldSayHowATimeIsWritten() {
    assertThat(run("dlq", "list", "--since", "yesterday")).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualTo(
            "paperwire: Invalid value for option '--since': 'yesterday' is no time such as"
                + " 2026-11-23T08:00:00Z (paperwire dlq list --help tells more)\n");
  }

  @Test
  void shouldSayWhyLettersAreNotReplayed() {
    assertThat(Stream.of(Replay.LeftOut.values()).map(why -> DeadLetterCommand.leftOut(why, 2)))
        .allMatch(line -> line.startsWith("left out 2: "))
        .doesNotHaveDuplicates();
  }

  @Test
  void shouldShowNoCommandsToTheTerminal() {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            "paper-events.dlq", 1, 7, "arxiv:\u001b[2J1".getBytes(UTF_8), new byte[0]);
    DeadLetterHeaders.put(record.headers(), DeadLetterHeaders.EXCEPTION, "x.Failure");
    DeadLetterHeaders.put(record.headers(), DeadLetterHeaders.MESSAGE, "no \u001b]0;title\u0007");

    assertThat(
            DeadLetterCommand.line(
                new DeadLetter(new DeadLetter.Place("paper-events.dlq", 1, 7), record, false)))
        .contains("arxiv:\uFFFD[2J1", "Failure: no \uFFFD]0;title\uFFFD")
        .doesNotContain("\u001b", "\u0007");
  }

  @Test
  void shouldSayWhereInputThatCouldNotBeReadStood() {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("paper-events.dlq", 1, 7, null, new byte[0]);
    DeadLetterHeaders.put(record.headers(), DeadLetterHeaders.EXCEPTION, "x.RejectedInput");
    DeadLetterHeaders.put(record.headers(), DeadLetterHeaders.MESSAGE, "'id' is empty");
    DeadLetterHeaders.put(record.headers(), DeadLetterHeaders.SOURCE, "file");
    DeadLetterHeaders.put(record.headers(), DeadLetterHeaders.INPUT, "odd.jsonl");
    DeadLetterHeaders.put(record.headers(), DeadLetterHeaders.LINE, "5");

    assertThat(
            DeadLetterCommand.line(
                new DeadLetter(new DeadLetter.Place("paper-events.dlq", 1, 7), record, false)))
        .endsWith("  file odd.jsonl, line 5  RejectedInput: 'id' is empty");
  }

  private int run(String... arguments) {
    return Paperwire.commandLine().setErr(new PrintWriter(errors)).execute(arguments);
  }
}
