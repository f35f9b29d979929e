package io.paperwire.notify.deliver.sending;

import io.paperwire.notify.deliver.ledger.Claim;
import io.paperwire.notify.deliver.ledger.ClaimAnswer;
import io.paperwire.notify.deliver.ledger.Deferral;
import io.paperwire.notify.deliver.ledger.Delivery;
import io.paperwire.notify.deliver.ledger.DigestRecord;
import io.paperwire.notify.deliver.ledger.DueDelivery;
import io.paperwire.notify.deliver.ledger.HeldDigest;
import io.paperwire.notify.deliver.ledger.Ledger;
import io.paperwire.notify.deliver.ledger.MemoryLedger;
import io.paperwire.notify.deliver.ledger.Settlement;
import io.paperwire.notify.deliver.ledger.Verdict;
import io.paperwire.notify.deliver.patience.Stop;
import io.paperwire.notify.deliver.recipient.Recipient;
import io.paperwire.notify.mail.MailOutcome;
import io.paperwire.notify.mail.OutgoingMail;
import io.paperwire.notify.mail.render.MailLinks;
import io.paperwire.notify.mail.render.MailOrigin;
import io.paperwire.notify.mail.render.MailRenderer;
import io.paperwire.notify.token.TokenSigner;
import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import io.paperwire.schemas.DigestItem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A world around a deliverer, all of it in memory: time that passes only when it is told to, a mail
 * server that answers as told, and a process that dies at any step.
 */
public final class Rehearsal {

  public static final Duration LEASE = Duration.ofMinutes(2);
  public static final UUID ANNA = UUID.fromString("4f6c1a52-5d3e-4c8e-9a70-2b1f0c9d8e7f");
  public static final DigestRecord RECORD =
      DigestRecord.of("the digest".getBytes(StandardCharsets.UTF_8));
  public static final MailOutcome ACCEPTED = new MailOutcome.Accepted("250 2.0.0 Ok");

  /** The process is gone: nothing after it runs. */
  public static final class Crash extends Error {}

  public final List<OutgoingMail> mailbox = new ArrayList<>();
  public final List<Settlement> news = new ArrayList<>();
  final List<Throwable> setAside = new ArrayList<>();
  final DeliveryCounts counts = new DeliveryCounts();
  final Map<Cadence, Duration> delays = new EnumMap<>(Cadence.class);
  public final Stop stop = new Stop();
  public Recipient recipient = new Recipient.Confirmed("anna@example.net");
  public Supplier<Recipient> addresses = () -> recipient;
  public Supplier<MailOutcome> answer = () -> ACCEPTED;
  Optional<String> serverProblem = Optional.empty();
  Instant now = Instant.parse("2026-11-23T08:00:00Z");
  int crashAt = Integer.MAX_VALUE;
  int step;

  final InstantSource clock = () -> now;
  public final MemoryLedger memory = new MemoryLedger(clock, LEASE);
  public final ServerWatch server = new ServerWatch(() -> serverProblem, clock);

  /** A deliverer as a newly started process has one. */
  public Deliverer deliverer() {
    Announcer announcer = announcer();
    return new Deliverer(
        new CrashingLedger(),
        _ -> addresses.get(),
        renderer(),
        this::send,
        settlements -> {
          announcer.tell(settlements);
          announcer.round();
        },
        flow());
  }

  Announcer announcer() {
    return new Announcer(
        new CrashingLedger(),
        settlements -> step(() -> news.addAll(settlements)),
        clock,
        this::pass);
  }

  Retries retries(Deliverer deliverer, Lanes lanes) {
    return new Retries(
        memory,
        deliverer,
        _ -> digest(),
        (_, cause) -> setAside.add(cause),
        lanes,
        flow(),
        Duration.ofDays(30));
  }

  SendingFlow flow() {
    return new SendingFlow(
        server,
        new MailRate(1_000, () -> clock.instant().toEpochMilli() * 1_000_000, this::pass),
        new RetrySchedule(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5))),
        counts,
        (cadence, delay) -> delays.put(cadence, delay),
        clock,
        this::pass);
  }

  /** The mail server goes away, and a mail has found out. */
  public void loseServer(String reason) {
    serverProblem = Optional.of(reason);
    server.lost(reason);
  }

  void pass(Duration time) {
    stop.rest(Duration.ZERO);
    now = now.plus(time);
  }

  public static Digest digest() {
    return Digest.newBuilder()
        .setDigestId("digest-1")
        .setSubscriberId(ANNA.toString())
        .setCadence(Cadence.DAILY)
        .setWindowStart(Instant.parse("2026-11-22T07:00:00Z"))
        .setWindowEnd(Instant.parse("2026-11-23T07:00:00Z"))
        .setZone("Europe/Berlin")
        .setItems(
            List.of(
                DigestItem.newBuilder()
                    .setPaperId("arxiv:1706.03762")
                    .setTitle("Attention Is All You Need")
                    .setFirstSeenAt(Instant.parse("2026-11-22T18:00:00Z"))
                    .setUrl("https://arxiv.org/abs/1706.03762")
                    .setScore(1)
                    .build()))
        .build();
  }

  static MailRenderer renderer() {
    TokenSigner signer =
        new TokenSigner(List.of("a secret that is for these tests only"), InstantSource.system());
    return new MailRenderer(
        new MailLinks(URI.create("https://papers.example.org"), signer),
        new MailOrigin("digests@example.org", Optional.empty()));
  }

  private MailOutcome send(OutgoingMail mail) {
    return step(
        () -> {
          MailOutcome outcome = answer.get();
          if (outcome instanceof MailOutcome.Accepted
              || outcome instanceof MailOutcome.Unanswered) {
            mailbox.add(mail);
          }
          return outcome;
        });
  }

  /** Each step has two places at which the process may die: before it, and after it. */
  private <T> T step(Supplier<T> action) {
    crashIf(step++ == crashAt);
    T result = action.get();
    crashIf(step++ == crashAt);
    return result;
  }

  private static void crashIf(boolean here) {
    if (here) {
      throw new Crash();
    }
  }

  private final class CrashingLedger implements Ledger {

    @Override
    public boolean isDone(String digestId) {
      return memory.isDone(digestId);
    }

    @Override
    public ClaimAnswer claim(Delivery delivery, DigestRecord record) {
      return step(() -> memory.claim(delivery, record));
    }

    @Override
    public List<HeldDigest> due(Collection<String> except, int most) {
      return memory.due(except, most);
    }

    @Override
    public Optional<DueDelivery> claimDue(String digestId) {
      return step(() -> memory.claimDue(digestId));
    }

    @Override
    public void renew(Collection<Claim> claims) {
      memory.renew(claims);
    }

    @Override
    public boolean defer(Claim claim, Deferral deferral) {
      return step(() -> memory.defer(claim, deferral));
    }

    @Override
    public Optional<Settlement> settle(Claim claim, Verdict verdict, String text) {
      return step(() -> memory.settle(claim, verdict, text));
    }

    @Override
    public void told(Collection<String> digestIds) {
      step(
          () -> {
            memory.told(digestIds);
            return digestIds;
          });
    }

    @Override
    public List<Settlement> untold(Instant before) {
      return memory.untold(before);
    }

    @Override
    public void forget(Instant before) {
      memory.forget(before);
    }
  }
}
