package io.paperwire.notify.mail.render;

import io.paperwire.schemas.Cadence;
import io.paperwire.schemas.Digest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A digest as its reader sees it. Read by the templates.
 *
 * @param subject the subject line
 * @param preheader what mail clients show beside the subject
 * @param occasion which mail this is and for when, for example {@code Daily digest, Monday 23
 *     November 2026}
 * @param heading how many papers on what
 * @param papers the best papers, with all that is known
 * @param further the other papers, by title and reasons only, so that the mail stays short of the
 *     size at which clients cut it
 * @param reason why the reader gets this mail
 * @param sending whether it may be a repetition
 */
public record DigestPage(
    String subject,
    String preheader,
    String occasion,
    String heading,
    List<PaperEntry> papers,
    List<PaperEntry> further,
    String reason,
    Sending sending) {

  /** Papers that are shown in full. Gmail cuts mails at 102 KiB; these take about half of it. */
  static final int IN_FULL = 20;

  private static final int PREHEADER_CHARACTERS = 110;
  private static final int SUBJECT_TITLE_CHARACTERS = 80;
  private static final DateTimeFormatter LONG_DATE = date("EEEE d MMMM uuuu");
  private static final DateTimeFormatter SHORT_DATE = date("EEE d MMM");
  private static final DateTimeFormatter DAY_AND_MONTH = date("d MMM");

  /**
   * The page of a digest.
   *
   * @param links lead to the web pages that belong to the mail
   * @param subscriberId whom it is for
   */
  static DigestPage of(Digest digest, MailLinks links, UUID subscriberId, Sending sending) {
    ZoneId zone = zone(digest.getZone());
    List<PaperEntry> entries =
        IntStream.range(0, digest.getItems().size())
            .mapToObj(
                place ->
                    PaperEntry.of(
                        place + 1, digest.getItems().get(place), zone, links, subscriberId))
            .toList();
    int full = Math.min(IN_FULL, entries.size());
    return new DigestPage(
        subject(digest, zone),
        preheader(entries),
        occasion(digest, zone),
        heading(digest),
        entries.subList(0, full),
        entries.subList(full, entries.size()),
        reason(digest.getCadence(), links.site()),
        sending);
  }

  private static String subject(Digest digest, ZoneId zone) {
    String papers = DigestTheme.of(digest).papers();
    return switch (digest.getCadence()) {
      case DAILY ->
          "Your daily digest, %s: %s"
              .formatted(SHORT_DATE.format(digest.getWindowEnd().atZone(zone)), papers);
      case WEEKLY -> "Your weekly digest, %s: %s".formatted(week(digest, zone), papers);
      case INSTANT, UNKNOWN -> {
        int count = digest.getItems().size();
        if (count == 0) {
          yield "No new papers";
        }
        String first =
            CleanText.shortened(
                PaperEntry.title(digest.getItems().getFirst()), SUBJECT_TITLE_CHARACTERS);
        yield count == 1
            ? "New paper: " + first
            : "%d new papers: %s and more".formatted(count, first);
      }
    };
  }

  private static String heading(Digest digest) {
    return DigestTheme.of(digest).newPapers();
  }

  private static String preheader(List<PaperEntry> entries) {
    String titles =
        entries.stream().map(PaperEntry::title).limit(3).reduce((a, b) -> a + " · " + b).orElse("");
    return CleanText.shortened(titles, PREHEADER_CHARACTERS);
  }

  private static String occasion(Digest digest, ZoneId zone) {
    String day = LONG_DATE.format(digest.getWindowEnd().atZone(zone));
    return switch (digest.getCadence()) {
      case DAILY -> "Daily digest, " + day;
      case WEEKLY -> "Weekly digest, " + week(digest, zone);
      case INSTANT -> "Just in, " + day;
      case UNKNOWN -> day;
    };
  }

  private static String reason(Cadence cadence, String site) {
    String what =
        switch (cadence) {
          case DAILY -> "a daily digest of new papers that match your interests";
          case WEEKLY -> "a weekly digest of new papers that match your interests";
          case INSTANT -> "a mail as soon as a new paper matches your interests";
          case UNKNOWN -> "new papers that match your interests";
        };
    return "You get this mail because you asked " + site + " for " + what + ".";
  }

  private static String week(Digest digest, ZoneId zone) {
    LocalDate from = digest.getWindowStart().atZone(zone).toLocalDate();
    LocalDate to = digest.getWindowEnd().atZone(zone).toLocalDate();
    if (from.equals(to)) {
      return DAY_AND_MONTH.format(to);
    }
    boolean sameMonth = from.getMonth() == to.getMonth() && from.getYear() == to.getYear();
    String start = sameMonth ? String.valueOf(from.getDayOfMonth()) : DAY_AND_MONTH.format(from);
    return start + "–" + DAY_AND_MONTH.format(to);
  }

  /** The zone, or UTC if it is none that this JDK knows: a date that is off by hours is a date. */
  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }

  private static DateTimeFormatter date(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
