package io.paperwire.notify.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
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

  /** So many mails at least are answered; of the next one it does not live to see the answer. */
  private static final int ANSWERED = 10;

  @Test
  void shouldLoseNoMailAndSayWhichOneItRepeatsWhenItIsKilled(Backends backends) throws Exception {
    try (DeliverWorld world = new DeliverWorld(backends, backends.mailbox(), "deliver-kill");
        ScriptedSmtpServer smtp = new ScriptedSmtpServer()) {
      Map<String, Object> configuration = world.configuration();
      configuration.put("paperwire.mail.smtp.port", smtp.port());
      configuration.put("paperwire.deliver.mails-per-second", 2);
      int port = LoopbackPort.free();
      Process first = start(configuration, port);
      try {
        awaitHealthy(port);
        IntStream.range(0, DIGESTS).mapToObj(i -> digest(world, i)).forEach(world::write);
        await().atMost(DeliverWorld.LIMIT).until(() -> smtp.mails().size() >= ANSWERED);
        smtp.answer(".", ScriptedSmtpServer.SILENCE);
        await().atMost(DeliverWorld.LIMIT).until(() -> smtp.silences() > 0);
      } finally {
        first.destroyForcibly().waitFor();
      }
      long known = world.states().getOrDefault("sent", 0L);
      int received = smtp.mails().size();
      assertThat(known).isPositive().isLessThan(received);
      assertThat(received).isLessThan(DIGESTS);
      smtp.recover();

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
      assertThat(smtp.mails()).hasSize((int) (DIGESTS + received - known));
      assertOnceOrSaidSo(smtp.mails());
    }
  }

  private static Digest digest(DeliverWorld world, int number) {
    UUID id = world.subscriber("person" + number + "@deliver-kill.example", "confirmed");
    return DeliverWorld.digest(id, "digest-" + number);
  }

  private static void assertOnceOrSaidSo(List<String> mails) {
    Map<String, List<String>> byDigest =
        mails.stream().collect(Collectors.groupingBy(KillIT::messageId));
    assertThat(byDigest).hasSize(DIGESTS);
    assertThat(byDigest.values())
        .allSatisfy(
            same -> {
              assertThat(same.getFirst()).doesNotContain("X-Paperwire-Repeat");
              assertThat(same.subList(1, same.size()))
                  .hasSizeLessThan(2)
                  .allSatisfy(
                      mail ->
                          assertThat(mail)
                              .contains(
                                  "X-Paperwire-Repeat: possible",
                                  "You may have received this mail before"));
            });
  }

  private static String messageId(String mail) {
    return mail.lines().filter(line -> line.startsWith("Message-ID: ")).findFirst().orElseThrow();
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
