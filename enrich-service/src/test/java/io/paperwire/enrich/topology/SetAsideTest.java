package io.paperwire.enrich.topology;

import static io.paperwire.enrich.topology.TestStream.RAG;
import static io.paperwire.enrich.topology.TestStream.announced;
import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.PaperEvent;
import io.paperwire.schemas.PaperEventKind;
import io.paperwire.schemas.PaperStatus;
import io.paperwire.schemas.catalogue.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stream sets aside, and that it goes on behind it. */
final class SetAsideTest {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // set by start
  private TestStream stream;

  @BeforeEach
  void start() {
    stream = new TestStream(folder);
  }

  @AfterEach
  void stop() {
    stream.close();
  }

  @Test
  void shouldSetPoisonAsideAndGoOn() {
    byte[] poison = "no avro".getBytes(StandardCharsets.UTF_8);
    stream.sendBytes(stream.catalogue.paperEvents(), "arxiv:2401.01234", poison);
    stream.send(announced().build());

    assertThat(stream.papers()).hasSize(1);
    List<TestRecord<byte[], byte[]>> letters = stream.deadLetters(stream.catalogue.paperEvents());
    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().value()).isEqualTo(poison);
    assertThat(TestStream.text(letters.getFirst(), DeadLetterHeaders.TOPIC))
        .isEqualTo("paper-events");
  }

  @Test
  void shouldSetAsideARecordUnderTheKeyOfAnotherPaper() {
    stream.send(stream.catalogue.paperEvents(), "arxiv:9999.99999", announced().build());

    assertThat(stream.papers()).isEmpty();
    assertThat(stream.deadLetters(stream.catalogue.paperEvents()))
        .extracting(letter -> TestStream.text(letter, DeadLetterHeaders.MESSAGE))
        .containsExactly(
            "the record is about paper 'arxiv:2401.01234', but its key is 'arxiv:9999.99999':"
                + " whoever writes it must set the key to the paper's id");
  }

  @Test
  void shouldSetAsideAPaperThatIsTooLargeAndKeepWhatWasKnown() {
    stream.send(announced().build());
    stream.send(announced().setVersion(2).setAbstractText("long ".repeat(200_000)).build());
    stream.send(announced().setVersion(3).setTitle("Still here").build());

    assertThat(stream.papers())
        .extracting(EnrichedPaper::getTitle)
        .containsExactly(RAG, "Still here");
    assertThat(stream.deadLetters(stream.catalogue.paperEvents())).hasSize(1);
  }

  @Test
  void shouldSetAsideAPaperWhoseRecordIsTooLargeThoughItsEventIsNot() {
    String links =
        IntStream.range(0, 500)
            .mapToObj(number -> "github.com/ada/" + number)
            .collect(Collectors.joining(" "));
    stream.send(announced().build());
    stream.send(
        announced()
            .setVersion(2)
            .setAbstractText(links)
            .setComment("long ".repeat(178_200))
            .build());
    stream.send(announced().setVersion(3).setTitle("Still here").build());

    assertThat(stream.papers())
        .extracting(EnrichedPaper::getTitle)
        .containsExactly(RAG, "Still here");
    assertThat(stream.deadLetters(stream.catalogue.paperEvents()))
        .extracting(letter -> TestStream.text(letter, DeadLetterHeaders.MESSAGE))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("the paper's record takes 90");
  }

  @Test
  void shouldKeepOnlyOnceWhatASourceSaysAtLength() {
    PaperEvent announced = announced().setAbstractText("long ".repeat(100_000)).build();
    stream.send(announced);
    stream.send(PaperEvent.newBuilder(announced).setKind(PaperEventKind.PUBLISHED).build());

    assertThat(stream.papers())
        .extracting(EnrichedPaper::getStatus)
        .containsExactly(PaperStatus.ACTIVE, PaperStatus.PUBLISHED);
    assertThat(stream.deadLetters(stream.catalogue.paperEvents())).isEmpty();
  }

  @Test
  void shouldSetAsideARecordWithoutAValue() {
    stream.send(stream.catalogue.paperSignals(), "arxiv:2401.01234", null);

    assertThat(stream.deadLetters(stream.catalogue.paperSignals()))
        .extracting(letter -> TestStream.text(letter, DeadLetterHeaders.MESSAGE))
        .containsExactly("the record has no value");
  }
}
