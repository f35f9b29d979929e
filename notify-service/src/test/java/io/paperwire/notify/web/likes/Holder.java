package io.paperwire.notify.web.likes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.notify.web.account.SubscriptionLinks;
import io.paperwire.schemas.DeliveryEventKind;
import io.paperwire.schemas.Interest;
import io.paperwire.schemas.InterestKind;
import io.paperwire.schemas.LikedExample;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.schemas.catalogue.Topic;
import io.paperwire.schemas.catalogue.TopicCatalogue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
import org.jdbi.v3.core.Jdbi;

/**
 * Somebody who has subscribed to a phrase and holds the link to their preferences, with what the
 * topics say of them.
 *
 * @param id the subscriber's id
 * @param token of the link
 */
record Holder(RunningWeb web, UUID id, String token) {

  static final Duration LIMIT = Duration.ofSeconds(60);

  private static final Pattern TOKEN = Pattern.compile("/confirm/([A-Za-z0-9_-]{56})");

  /** Signs up with an address and confirms it. */
  static Holder subscribe(RunningWeb web, String address) {
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
    Matcher confirm = TOKEN.matcher(mail);
    assertThat(confirm.find()).isTrue();
    Matcher manage =
        Pattern.compile("href=\"/preferences/([^\"]*)\"")
            .matcher(web.post("/confirm/" + confirm.group(1), "").body());
    assertThat(manage.find()).isTrue();
    String token = manage.group(1);
    return new Holder(
        web,
        web.bean(SubscriptionLinks.class)
            .reading(token, TokenScope.MANAGE, (_, id) -> id)
            .orElseThrow(),
        token);
  }

  /** The path of the page of their examples. */
  String likes() {
    return "/preferences/" + token + "/likes";
  }

  /** What the API answers to the holder of the token, on a path behind that of subscriptions. */
  HttpResponse<String> api(String method, String path, String body) {
    return web.send(
        web.request("/api/subscriptions" + path)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body)));
  }

  /** How many papers they wait for. */
  int waiting() {
    return web.bean(Jdbi.class)
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from awaited_papers where subscriber_id = :id")
                    .bind("id", id)
                    .mapTo(Integer.class)
                    .one());
  }

  /** The ids of the papers among their examples. */
  List<String> examples() {
    return ofExamples("paper_id");
  }

  /** The models of their examples' vectors. */
  List<String> models() {
    return ofExamples("vector_model");
  }

  private List<String> ofExamples(String column) {
    return web.bean(Jdbi.class)
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select " + column + " from examples where subscriber_id = :id order by 1")
                    .bind("id", id)
                    .mapTo(String.class)
                    .list());
  }

  /** What the interests topic says of their examples, as soon as it says what is wanted. */
  Interest told(Predicate<SubscriberInterests> wanted) {
    return await()
        .atMost(LIMIT)
        .until(
            () -> states().stream().filter(wanted).reduce((_, last) -> last).flatMap(Holder::like),
            Optional::isPresent)
        .orElseThrow();
  }

  /** All that the interests topic has said of them so far, each time read from its beginning. */
  List<SubscriberInterests> states() {
    return read(web.bean(TopicCatalogue.class).interests()).stream()
        .filter(it -> it.getSubscriberId().equals(id.toString()))
        .toList();
  }

  /** What the delivery events say of their feedback, as soon as so much is said. */
  List<String> feedback(int events) {
    return await()
        .atMost(LIMIT)
        .until(
            () ->
                read(web.bean(TopicCatalogue.class).deliveryEvents()).stream()
                    .filter(event -> event.getKind() == DeliveryEventKind.FEEDBACK)
                    .filter(event -> event.getSubscriberId().equals(id.toString()))
                    .map(event -> event.getPaperId() + " " + event.getDetail())
                    .toList(),
            said -> said.size() == events);
  }

  static Optional<Interest> like(SubscriberInterests interests) {
    return interests.getInterests().stream()
        .filter(interest -> interest.getKind() == InterestKind.LIKE)
        .findFirst();
  }

  static List<LikedExample> likesOf(SubscriberInterests interests) {
    return like(interests).map(Interest::getLikes).orElse(List.of());
  }

  static List<LikedExample> dislikesOf(SubscriberInterests interests) {
    return like(interests).map(Interest::getDislikes).orElse(List.of());
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
}
