package io.paperwire.notify.web.why;

import io.micronaut.context.annotation.Value;
import io.paperwire.notify.matching.Explanation;
import io.paperwire.notify.matching.Match;
import io.paperwire.notify.matching.Reason;
import io.paperwire.notify.matching.WhyNot;
import io.paperwire.notify.matching.WhyNot.Answer;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.account.Subscriptions;
import io.paperwire.notify.web.catalogue.HeldPaper;
import io.paperwire.notify.web.catalogue.JudgedPaper;
import io.paperwire.notify.web.catalogue.PaperCatalogue;
import io.paperwire.notify.web.catalogue.PaperStanding;
import io.paperwire.notify.web.likes.Likes;
import io.paperwire.topics.Vocabulary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers the holder of a management link why a paper did not come. */
@Singleton
@WebRole
public class WhyAnswers {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private final Subscriptions subscriptions;
  private final Likes likes;
  private final PaperCatalogue catalogue;
  private final WhyNot whyNot;
  private final InstantSource clock;
  private final Duration remember;

  /** Made by Micronaut. */
  public WhyAnswers(
      Subscriptions subscriptions,
      Likes likes,
      PaperCatalogue catalogue,
      Vocabulary vocabulary,
      InstantSource clock,
      @Value("${paperwire.match.memory:180d}") Duration memory,
      @Value("${paperwire.match.patience:15m}") Duration patience,
      @Value("${paperwire.deliver.remember:30d}") Duration remember) {
    this.subscriptions = subscriptions;
    this.likes = likes;
    this.catalogue = catalogue;
    this.whyNot = new WhyNot(new Explanation(vocabulary), memory, patience);
    this.clock = clock;
    this.remember = remember;
  }

  /**
   * An answer in words.
   *
   * @param paperId the id under which the paper was looked for
   * @param title the paper's title, if it is known
   * @param answer the answer in a sentence
   * @param details more sentences, such as one for each interest
   */
  public record Why(String paperId, Optional<String> title, String answer, List<String> details) {
    public Why {
      details = List.copyOf(details);
    }
  }

  /**
   * Why the holder of a link did not get a paper.
   *
   * @param typed the paper's id, address or title
   * @return nothing if the link leads to no subscription that goes on
   */
  public Optional<Why> why(String manageToken, String typed) {
    String id =
        PaperName.written(typed)
            .map(name -> catalogue.idOf(name).orElse(name))
            .or(() -> titled(typed))
            .orElse("");
    Optional<WhyNot.Asking> asking =
        subscriptions.asking(manageToken, id).map(who -> withLikes(manageToken, who));
    Optional<JudgedPaper> paper = catalogue.judged(id);
    return asking.map(
        who ->
            paper
                .map(known -> why(who, known, zone(manageToken)))
                .orElseGet(
                    () ->
                        new Why(
                            id,
                            Optional.empty(),
                            id.isEmpty()
                                ? unnamed(typed)
                                : "Paperwire does not know this paper: none of its sources has told"
                                    + " of it under this id.",
                            List.of())));
  }

  private Optional<String> titled(String typed) {
    return Optional.ofNullable(catalogue.heldByTitle(List.of(typed)).get(typed))
        .map(HeldPaper::paperId);
  }

  private static String unnamed(String typed) {
    return (typed.isBlank()
            ? ""
            : "This is no address or id of a paper, nor a title that Paperwire knows. ")
        + "Name it by its address or id, such as https://arxiv.org/abs/2401.01234, 2401.01234 or"
        + " doi:10.1234/abc.";
  }

  private WhyNot.Asking withLikes(String manageToken, WhyNot.Asking who) {
    return likes.held(manageToken).flatMap(Likes.Held::interest).map(who::with).orElse(who);
  }

  private ZoneId zone(String manageToken) {
    return subscriptions
        .account(manageToken)
        .map(account -> account.preferences().zone())
        .orElse(ZoneId.of("UTC"));
  }

  private Why why(WhyNot.Asking who, JudgedPaper paper, ZoneId zone) {
    WhyNot.Asked asked =
        new WhyNot.Asked(
            paper.read(), paper.firstSeen(), paper.paper().standing() == PaperStanding.WITHDRAWN);
    Answer answer = whyNot.answer(who, asked, clock.instant());
    return new Why(
        paper.paper().id(),
        Optional.of(paper.paper().title()),
        sentence(answer, zone),
        details(answer));
  }

  private String sentence(Answer answer, ZoneId zone) {
    Instant oldestMail = clock.instant().minus(remember);
    return switch (answer) {
      case WhyNot.Told(_, Instant at, String outcome) ->
          "It was in your mail of %s%s.".formatted(at(at, zone), outcome(outcome));
      case WhyNot.Withdrawn() -> "It was withdrawn, and withdrawn papers are not told.";
      case WhyNot.KnownBefore(Instant seen, Instant since) ->
          "It was known since %s, before you confirmed your subscription on %s."
              .formatted(at(seen, zone), at(since, zone));
      case WhyNot.TooOld(Instant seen, Duration memory) ->
          "It was known since %s; papers are not told after %d days."
              .formatted(at(seen, zone), memory.toDays());
      case WhyNot.NoInterest(List<Explanation.Miss> misses) ->
          misses.size() == 1
              ? "Your interest does not match it."
              : "None of your " + misses.size() + " interests matches it.";
      case WhyNot.OnItsWay(var match, Instant due) ->
          "It matches (%s) and waits for your next digest, due %s. Only if it was known before you"
                  .formatted(words(match), at(due, zone))
              + " asked for it does it wait until something new is known of it.";
      case WhyNot.Passed(var match, Instant seen, Instant due) ->
          "It matches (%s) and was known since %s, before your last mail was due."
                  .formatted(words(match), at(seen, zone))
              + (seen.isBefore(oldestMail)
                  ? " It may have been in a mail: they are remembered for %d days."
                      .formatted(remember.toDays())
                  : "")
              + " If others stood above it, it waits for one of your next mails, the first due %s."
                  .formatted(at(due, zone))
              + " If it was known before you asked for such papers, it waits until something new is"
              + " known of it.";
    };
  }

  private static String words(Match match) {
    return match.reasons().stream().map(Reason::interest).collect(Collectors.joining(", "));
  }

  private static String outcome(String state) {
    return switch (state) {
      case "sent" -> ", which was sent";
      case "claimed", "deferred" -> ", which is still being sent";
      case "refused" -> ", which your mail server did not take";
      case "failed" -> ", which could not be sent";
      default -> ", which was not sent";
    };
  }

  private static List<String> details(Answer answer) {
    List<String> details = new ArrayList<>();
    if (answer instanceof WhyNot.NoInterest(List<Explanation.Miss> misses)) {
      for (Explanation.Miss miss : misses) {
        details.add(miss.interest() + ": " + miss.because() + ".");
      }
    }
    return details;
  }

  private static String at(Instant moment, ZoneId zone) {
    return TIME.withZone(zone).format(moment) + " (" + zone.getId() + ")";
  }
}
