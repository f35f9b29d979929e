package io.paperwire.standalone.demo;

import io.paperwire.embedded.mailbox.Mail;
import io.paperwire.notify.mail.render.MailLinks;
import io.paperwire.notify.mail.render.MailOrigin;
import io.paperwire.notify.mail.render.MailRenderer;
import io.paperwire.notify.token.TokenSigner;
import io.paperwire.schemas.Digest;
import io.paperwire.standalone.system.PaperwireSystem;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads what reached the mailbox, and holds it against what must have. */
final class MailCheck {

  private final PaperwireSystem system;
  private final TopicTail<Digest> digests;
  private final List<SampleSubscriber> subscribers;
  private final MailRenderer renderer;

  MailCheck(PaperwireSystem system, TopicTail<Digest> digests, List<SampleSubscriber> subscribers) {
    this.system = system;
    this.digests = digests;
    this.subscribers = subscribers;
    this.renderer =
        new MailRenderer(
            new MailLinks(
                URI.create(system.webUrl()),
                new TokenSigner(
                    List.of(system.settings().secrets().token()), InstantSource.system())),
            new MailOrigin(PaperwireSystem.SENDER, Optional.empty()));
  }

  /** The mails to a subscriber. */
  static List<Mail> mailsTo(PaperwireSystem system, SampleSubscriber subscriber) {
    return system.backends().mailbox().mails().stream()
        .filter(mail -> mail.to().equalsIgnoreCase(subscriber.address()))
        .toList();
  }

  /**
   * Waits until all that is due has come, and then until delivery has nothing left to do and
   * nothing more comes: a mail too many may be the last.
   */
  Map<SampleSubscriber, List<Delivered>> await(
      Map<SampleSubscriber, Due> due, DigestRequests requests) {
    int count = due.values().stream().mapToInt(papers -> papers.must().size()).sum();
    Patience.until(
        count + " matches to arrive by mail",
        () -> {
          Map<SampleSubscriber, List<Delivered>> got = delivered();
          requests.askForTheRest(due, got);
          return got;
        },
        got -> subscribers.stream().allMatch(reader -> hasAll(due, got, reader)),
        MailCheck::papers);
    try (GroupOffsets delivery = GroupOffsets.ofDelivery(system)) {
      Patience.until(
          "the digests to be settled", () -> delivery.isPast(digests.poll()), past -> past);
    }
    return Patience.untilQuiet(this::delivered, MailCheck::papers);
  }

  private static boolean hasAll(
      Map<SampleSubscriber, Due> due,
      Map<SampleSubscriber, List<Delivered>> got,
      SampleSubscriber reader) {
    return Optional.ofNullable(due.get(reader))
        .orElseThrow()
        .missing(got.getOrDefault(reader, List.of()))
        .isEmpty();
  }

  private static int papers(Map<SampleSubscriber, List<Delivered>> got) {
    return got.values().stream().mapToInt(List::size).sum();
  }

  private Map<SampleSubscriber, List<Delivered>> delivered() {
    Map<String, Digest> byMessageId = new HashMap<>();
    for (ConsumerRecord<String, Digest> digest : digests.poll()) {
      byMessageId.put(renderer.digestMessageId(digest.value().getDigestId()), digest.value());
    }
    Map<SampleSubscriber, List<Delivered>> got = new LinkedHashMap<>();
    for (SampleSubscriber subscriber : subscribers) {
      got.put(subscriber, Delivered.in(mailsTo(system, subscriber), byMessageId));
    }
    return got;
  }

  /**
   * Requires that everybody got what they were due, once.
   *
   * @throws DemoFailure if not
   */
  static void requireEqual(
      Map<SampleSubscriber, Due> due, Map<SampleSubscriber, List<Delivered>> got) {
    List<String> differences = new ArrayList<>();
    due.forEach(
        (reader, papers) ->
            papers
                .differences(got.getOrDefault(reader, List.of()))
                .ifPresent(what -> differences.add("%n  %s %s".formatted(reader.address(), what))));
    if (!differences.isEmpty()) {
      throw new DemoFailure("mails and interests disagree:" + String.join("", differences));
    }
  }
}
