package io.paperwire.notify.web.likes;

import static io.paperwire.notify.web.SamplePapers.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.token.TokenSigner;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.notify.web.account.SubscriptionLinks;
import io.paperwire.schemas.Author;
import io.paperwire.schemas.DeliveryEvent;
import io.paperwire.schemas.DeliveryEventKind;
import io.paperwire.schemas.DigestOrder;
import io.paperwire.schemas.Interest;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.LikedExample;
import io.paperwire.schemas.PaperVector;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
@TestInstance(Lifecycle.PER_CLASS)
final class LikesIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern TOKEN = Pattern.compile("/confirm/([A-Za-z0-9_-]{56})");
  private static final String ORCID = "0000-0002-1825-0097";

  private final RunningWeb web;
  private final List<SubscriberInterests> told = new ArrayList<>();
  private final List<DeliveryEvent> events = new ArrayList<>();

  LikesIT(Backends backends) {
    this.web = RunningWeb.start(backends, "likes-it");
  }

  @BeforeAll
  void publish() {
    web.publish(
        List.of(
            paper("arxiv:2401.00001", "Graph networks for molecules", "2026-06-12T00:00:00Z")
                .setAbstractText("They learn what a molecule does.")
                .setVector(vector(100, 0))
                .build(),
            paper("arxiv:2401.00002", "No vector yet", "2026-06-12T00:00:00Z").build(),
            paper("doi:10.1000/abc", "Deep Sea Fish: A Survey", "2026-06-12T00:00:00Z")
                .setVector(vector(0, 100))
                .setAuthors(List.of(new Author("Ada Lovelace", ORCID, null)))
                .build()));
    await().atMost(LIMIT).until(() -> web.get("/papers/arxiv:2401.00002").statusCode() == 200);
    await().atMost(LIMIT).until(() -> web.get("/papers/doi:10.1000/abc").statusCode() == 200);
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void shouldLearnFromAllThatPeopleHaveAndTellTheTopic() {
    String preferences = subscribe("ada@example.org");
    String key = subscriber(preferences).toString();
    String likes = preferences + "/likes";
    assertThat(web.get(likes).body()).contains("You have no examples yet.");

    String chosen =
        web.post(
                likes + "/papers", "papers=2401.00001%0Ahttps%3A%2F%2Farxiv.org%2Fabs%2F9999.00001")
            .body();
    assertThat(chosen)
        .contains("1 example taken.", "Graph networks for molecules", "Not found")
        .contains(">https://arxiv.org/abs/9999.00001</textarea>");
    LikedExample example = latestOf(key, it -> likesOf(it).size() == 1).getLikes().getFirst();
    assertThat(example.getPaperId()).isEqualTo("arxiv:2401.00001");
    assertThat(example.getVector()).isEqualTo(vector(100, 0));

    assertThat(web.post(likes + "/author", "orcid=https%3A%2F%2Forcid.org%2F" + ORCID).body())
        .contains("Deep Sea Fish: A Survey", "ORCID " + ORCID);
    HttpResponse<String> typo = web.post(likes + "/author", "orcid=0000-0002-1825-0098");
    assertThat(typo.statusCode()).isEqualTo(400);
    assertThat(typo.body()).contains("is no ORCID iD such as", "value=\"0000-0002-1825-0098\"");
    assertThat(web.post(likes + "/author", "orcid=0000-0001-5109-3700").body())
        .contains("Paperwire has no paper that gives the ORCID iD 0000-0001-5109-3700");
    assertThat(web.post(likes + "/papers", "papers=2401.00001").body())
        .contains("1 you had already.")
        .doesNotContain("taken.");
    HttpResponse<String> nothing = web.post(likes + "/papers", "papers=+%2C");
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(nothing.body()).contains("Please name a paper");

    String library =
        upload(
            likes + "/library",
            "works.bib",
            """
            @article{held, title = {Deep sea fishes -- a survey}, doi = {10.1000/ABC}}
            @article{broken, title = = {x}}
            @article{text, title = {Proteins fold}, abstract = {They do.}}
            @misc{unknown, eprint = {2202.12345}}
            """);
    assertThat(library)
        .contains(
            "1 example taken.",
            "1 you had already.",
            "1 of them counts by title and abstract",
            "Proteins fold",
            "works.bib")
        .contains("Line 2: the entry that begins here cannot be read.", "line 4: 2202.12345");
    Interest like = latestOf(key, it -> likesOf(it).size() == 3);
    assertThat(like.getLikes())
        .extracting(LikedExample::getTitle)
        .containsExactly(
            "Proteins fold", "Deep Sea Fish: A Survey", "Graph networks for molecules");
    assertThat(like.getLikes()).extracting(LikedExample::getWords).containsExactly(4, 5, 0);
    assertThat(like.getLikes().getFirst().getVector().getValues().remaining()).isEqualTo(384);

    assertThat(web.post(likes + "/describe", "description=How+fish+swim+in+schools").body())
        .contains("How fish swim in schools", "your description");
    assertThat(web.post(likes + "/describe", "description=x").body())
        .contains("Please describe what you work on in a sentence or two.", ">x</textarea>");
    for (String broken : List.of("", "Milk\nEggs\n", "Vorname;Ort\nAda;London\n")) {
      HttpResponse<String> refused = web.send(web.upload(likes + "/library", "my.bib", broken));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("Nothing could be taken from “my.bib”: ");
    }
    latestOf(key, it -> likesOf(it).size() == 4);
  }

  @Test
  void shouldGiveAnExampleItsVectorWhenTheCatalogueHearsOfIt() {
    String preferences = subscribe("vera@example.org");
    String key = subscriber(preferences).toString();
    String likes = preferences + "/likes";
    assertThat(web.post(likes + "/papers", "papers=2401.00002").body())
        .contains("takes part once its meaning is worked out");

    web.publish(
        List.of(
            paper("arxiv:2401.00002", "No vector yet", "2026-06-12T00:00:00Z")
                .setVector(vector(60, 60))
                .build()));

    Interest like =
        latestOf(
            key,
            it ->
                likesOf(it).stream().anyMatch(one -> "arxiv:2401.00002".equals(one.getPaperId())));
    assertThat(like.getLikes().getFirst().getVector()).isEqualTo(vector(60, 60));
    assertThat(web.get(likes).body()).doesNotContain("takes part once");
  }

  @Test
  void shouldTakeFeedbackByPostOnlyAndLetItBeCorrectedAndErased() {
    String preferences = subscribe("finn@example.org");
    String likes = preferences + "/likes";
    UUID id = subscriber(preferences);
    String token = web.bean(TokenSigner.class).issue(id, TokenScope.FEEDBACK);
    String more = "/feedback/" + token + "/more?paper=arxiv%3A2401.00001";
    String less = "/feedback/" + token + "/less?paper=doi%3A10.1000%2Fabc";

    assertThat(web.get(more).body()).contains("More like this", "Graph networks for molecules");
    assertThat(web.get(more.replace("/more", "")).body())
        .contains("Graph networks for molecules", "action=\"" + more + "\"", "/less?paper=");
    assertThat(web.get(likes).body()).contains("You have no examples yet.");
    assertThat(web.post(more, "").body()).contains("You will get more papers like");
    assertThat(web.post(less, "").body()).contains("will stand further down");
    assertThat(web.get("/feedback/forged/more?paper=arxiv%3A2401.00001").statusCode())
        .isEqualTo(410);
    assertThat(web.get("/feedback/" + token + "/more?paper=arxiv%3A0").statusCode()).isEqualTo(404);
    String manage = preferences.substring(preferences.lastIndexOf('/') + 1);
    assertThat(web.post("/feedback/" + manage + "/more?paper=arxiv%3A2401.00001", "").statusCode())
        .isEqualTo(410);

    String key = id.toString();
    Interest like = latestOf(key, it -> dislikesOf(it).size() == 1);
    assertThat(like.getLikes())
        .extracting(LikedExample::getPaperId)
        .containsExactly("arxiv:2401.00001");
    assertThat(like.getDislikes())
        .extracting(LikedExample::getPaperId)
        .containsExactly("doi:10.1000/abc");
    assertThat(feedback(key)).containsExactly("arxiv:2401.00001 more", "doi:10.1000/abc less");

    String page = web.get(likes).body();
    assertThat(page).contains("Like these", "Not like these", "said by you");
    Matcher disliked =
        Pattern.compile("value=\"(\\d+)\">\\s*<span dir=\"auto\"[^>]*>Deep Sea").matcher(page);
    assertThat(disliked.find()).isTrue();
    web.post(likes, "do=like&example=" + disliked.group(1));
    latestOf(key, it -> likesOf(it).size() == 2);
    web.post(likes, "do=remove&example=" + disliked.group(1));
    latestOf(key, it -> likesOf(it).size() == 1);
    web.post(likes, "do=closeness&closeness=wide");
    assertThat(latestOf(key, it -> like(it).map(Interest::getLeastCosine).orElse(0.0) > 0))
        .extracting(Interest::getLeastCosine)
        .isEqualTo(0.5);
    web.post(likes, "do=order&match=1&attention=4&newness=0&variety=2&taste=0.5");
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(poll())
                    .filteredOn(it -> it.getSubscriberId().equals(key))
                    .last()
                    .extracting(SubscriberInterests::getOrder)
                    .isEqualTo(new DigestOrder(1.0, 4.0, 0.0, 2.0, 0.5)));
    assertThat(web.post(likes, "do=order&match=9").statusCode()).isEqualTo(400);
    assertThat(web.post(likes, "do=closeness&closeness=cosy").statusCode()).isEqualTo(400);
    assertThat(web.post(likes, "do=dance").statusCode()).isEqualTo(400);

    HttpResponse<String> erased = web.post(likes, "do=erase");
    assertThat(erased.statusCode()).isEqualTo(303);
    assertThat(erased.headers().firstValue("location")).contains(likes + "?saved=erase");
    assertThat(web.get(likes + "?saved=erase").body())
        .contains("All examples are forgotten.", "You have no examples yet.");
    await()
        .atMost(LIMIT)
        .until(
            () ->
                poll().stream()
                    .filter(it -> it.getSubscriberId().equals(key))
                    .reduce((_, last) -> last)
                    .flatMap(LikesIT::like)
                    .isEmpty());
  }

  @Test
  void shouldTakeNothingForALinkThatLeadsNowhere() {
    String nowhere = "/preferences/forged/likes";

    assertThat(web.post(nowhere + "/describe", "description=How+fish+swim").statusCode())
        .isEqualTo(410);
    assertThat(
            web.send(web.upload(nowhere + "/library", "a.bib", "@misc{a, title = {Fish}}"))
                .statusCode())
        .isEqualTo(410);
  }

  @Test
  void shouldRefuseALibraryThatIsTooLarge() {
    String likes = subscribe("big@example.org") + "/likes";

    assertThat(
            web.send(web.upload(likes + "/library", "big.bib", "x".repeat(2_100_000))).statusCode())
        .isEqualTo(413);
    assertThat(web.send(web.upload(likes + "/library", "big.bib", "x".repeat(6_000_000))).body())
        .contains("A library has 2 MB at most.", "href=\"" + likes + "\"");
    assertThat(upload(likes + "/library", "letter.txt", "Dear all,\nhello"))
        .contains("Nothing could be taken from “letter.txt”: this is neither BibTeX nor RIS");
  }

  /** The path of the preferences of a new subscriber who has a phrase. */
  private String subscribe(String address) {
    web.post("/subscribe", "address=" + address.replace("@", "%40") + "&phrases=unheard+of");
    String mail =
        await()
            .atMost(LIMIT)
            .until(
                () ->
                    web.backends().mailbox().mails().stream()
                        .filter(it -> it.to().equalsIgnoreCase(address))
                        .flatMap(it -> it.text().stream())
                        .toList(),
                mails -> !mails.isEmpty())
            .getLast();
    Matcher token = TOKEN.matcher(mail);
    assertThat(token.find()).isTrue();
    Matcher manage =
        Pattern.compile("href=\"(/preferences/[^\"]*)\"")
            .matcher(web.post("/confirm/" + token.group(1), "").body());
    assertThat(manage.find()).isTrue();
    return manage.group(1);
  }

  private UUID subscriber(String preferences) {
    String token = preferences.substring(preferences.lastIndexOf('/') + 1);
    return web.bean(SubscriptionLinks.class)
        .reading(token, TokenScope.MANAGE, (_, id) -> id)
        .orElseThrow();
  }

  private String upload(String path, String name, String text) {
    return web.send(web.upload(path, name, text)).body();
  }

  private static Optional<Interest> like(SubscriberInterests interests) {
    return interests.getInterests().stream()
        .filter(interest -> interest.getKind() == InterestKind.LIKE)
        .findFirst();
  }

  private static List<LikedExample> likesOf(SubscriberInterests interests) {
    return like(interests).map(Interest::getLikes).orElse(List.of());
  }

  private static List<LikedExample> dislikesOf(SubscriberInterests interests) {
    return like(interests).map(Interest::getDislikes).orElse(List.of());
  }

  private Interest latestOf(String subscriberId, Predicate<SubscriberInterests> wanted) {
    return await()
        .atMost(LIMIT)
        .until(
            () ->
                poll().stream()
                    .filter(it -> it.getSubscriberId().equals(subscriberId))
                    .filter(wanted)
                    .reduce((_, last) -> last)
                    .flatMap(LikesIT::like),
            Optional::isPresent)
        .orElseThrow();
  }

  /** All that the topic has said so far, each time read from its beginning. */
  private List<SubscriberInterests> poll() {
    told.clear();
    told.addAll(read(web.bean(TopicCatalogue.class).interests()));
    return told;
  }

  private List<String> feedback(String subscriberId) {
    return await()
        .atMost(LIMIT)
        .until(
            () -> {
              events.clear();
              events.addAll(read(web.bean(TopicCatalogue.class).deliveryEvents()));
              return events.stream()
                  .filter(event -> event.getKind() == DeliveryEventKind.FEEDBACK)
                  .filter(event -> event.getSubscriberId().equals(subscriberId))
                  .map(event -> event.getPaperId() + " " + event.getDetail())
                  .toList();
            },
            said -> said.size() == 2);
  }

  private <V> List<V> read(Topic<String, V> topic) {
    List<V> values = new ArrayList<>();
    try (KafkaConsumer<String, V> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                web.backends().bootstrapServers(),
                "isolation.level",
                "read_committed"),
            topic.keySerde().deserializer(),
            topic.valueSerde().deserializer())) {
      var partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(it -> new TopicPartition(it.topic(), it.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> Optional.ofNullable(record.value()).ifPresent(values::add));
      }
    }
    return values;
  }

  private static PaperVector vector(int x, int y) {
    byte[] values = new byte[384];
    values[0] = (byte) x;
    values[1] = (byte) y;
    return new PaperVector("all-minilm-l6-v2-q", "1.256", 0.01f, ByteBuffer.wrap(values));
  }
}
