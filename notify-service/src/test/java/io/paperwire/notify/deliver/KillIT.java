package io.paperwire.notify.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.embedded.mailbox.Mail;
import io.paperwire.embedded.process.LoopbackPort;
import io.paperwire.notify.Application;
import io.paperwire.notify.mail.smtp.ScriptedSmtpServer;
import io.paperwire.schemas.Digest;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The service as a process of its own, killed in the middle of its work. */
@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
final class KillIT {

  private static final int DIGESTS = 40;

  @Test
  void shouldNeitherLoseNorSilentlyRepeatAMailWhenItIsKilled(Backends backends) throws Exception {
    try (DeliverWorld world = new DeliverWorld(backends, backends.mailbox(), "deliver-kill")) {
      Map<String, Object> configuration = world.configuration();
      configuration.put("paperwire.deliver.mails-per-second", 2);
      int port = LoopbackPort.free();
      Process first = start(configuration, port);
      try {
        awaitHealthy(port);
        List<Digest> digests =
            IntStream.range(0, DIGESTS).mapToObj(number -> digest(world, number)).toList();
        digests.forEach(world::write);
        await().atMost(DeliverWorld.LIMIT).until(() -> world.mails().size() >= DIGESTS / 4);
      } finally {
        first.destroyForcibly().waitFor();
      }
      assertThat(world.mails().size()).isLessThan(DIGESTS);

      configuration.put("paperwire.deliver.mails-per-second", 1000);
      Process second = start(configuration, LoopbackPort.free());
      try {
        await()
            .atMost(DeliverWorld.LIMIT)
            .until(() -> world.states().equals(Map.of("sent", (long) DIGESTS)));
      } finally {
        second.destroy();
        assertThat(second.waitFor()).as("ends in order when asked to").isIn(0, 143);
      }
      assertOnceOrSaidSo(world.mails());
    }
  }

  @Test
  void shouldSayThatItRepeatsAMailWhoseAnswerItDidNotLiveToSee(Backends backends) throws Exception {
    try (DeliverWorld world = new DeliverWorld(backends, backends.mailbox(), "deliver-silence");
        ScriptedSmtpServer smtp = new ScriptedSmtpServer()) {
      Map<String, Object> configuration = world.configuration();
      configuration.put("paperwire.mail.smtp.port", smtp.port());
      smtp.answer(".", ScriptedSmtpServer.SILENCE);
      int port = LoopbackPort.free();
      Process first = start(configuration, port);
      try {
        awaitHealthy(port);
        world.write(digest(world, 1));
        await().atMost(DeliverWorld.LIMIT).until(() -> smtp.mails().size() == 1);
      } finally {
        first.destroyForcibly().waitFor();
      }
      smtp.recover();

      Process second = start(configuration, LoopbackPort.free());
      try {
        await().atMost(DeliverWorld.LIMIT).until(() -> world.states().equals(Map.of("sent", 1L)));
      } finally {
        second.destroyForcibly().waitFor();
      }
      assertThat(smtp.mails()).hasSize(2);
      assertThat(smtp.mails().getFirst()).doesNotContain("X-Paperwire-Repeat");
      assertThat(smtp.mails().getLast())
          .contains("X-Paperwire-Repeat: possible", "You may have received this mail before");
      assertThat(messageId(smtp.mails().getLast())).isEqualTo(messageId(smtp.mails().getFirst()));
    }
  }

  private static String messageId(String mail) {
    return mail.lines().filter(line -> line.startsWith("Message-ID: ")).findFirst().orElseThrow();
  }

  private static Digest digest(DeliverWorld world, int number) {
    UUID id = world.subscriber("person" + number + "@deliver-kill.example", "confirmed");
    return DeliverWorld.digest(id, "digest-" + number);
  }

  private static void assertOnceOrSaidSo(List<Mail> mails) {
    Map<String, List<Mail>> byDigest =
        mails.stream()
            .collect(Collectors.groupingBy(mail -> mail.header("Message-ID").orElseThrow()));
    assertThat(byDigest).hasSize(DIGESTS);
    assertThat(byDigest.values())
        .allSatisfy(
            same ->
                assertThat(same.subList(1, same.size()))
                    .allMatch(mail -> mail.header("X-Paperwire-Repeat").isPresent()));
  }

  private static Process start(Map<String, Object> configuration, int port) throws IOException {
    configuration.put("micronaut.server.port", port);
    configuration.put("paperwire.deliver.lease", "10s");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    configuration.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Application.class.getName()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(new File("target/kill-it-" + port + ".log"))
        .start();
  }

  private static void awaitHealthy(int port) {
    HttpRequest health =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/health")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      await()
          .atMost(DeliverWorld.LIMIT)
          .ignoreExceptions()
          .until(() -> http.send(health, BodyHandlers.discarding()).statusCode() == 200);
    }
  }
}
