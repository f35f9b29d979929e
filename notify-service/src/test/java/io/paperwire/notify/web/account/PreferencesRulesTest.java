package io.paperwire.notify.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.interest.Clause;
import io.paperwire.interest.InterestParser;
import io.paperwire.notify.matching.Interest;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PreferencesRulesTest {

  private final PreferencesRules rules =
      new PreferencesRules(
          id -> id.equals("robotics") ? Optional.of("Robotics") : Optional.empty(),
          InterestParser.ofAnyTopic());

  @Test
  void shouldAcceptAndCleanWhatWasTyped() {
    PreferencesForm form =
        new PreferencesForm(
            List.of("robotics", "robotics"),
            List.of("  gaussian \t splatting ", "Gaussian Splatting", ""),
            List.of("Jörg Müller"),
            List.of(" graph AND  cat:cs.* ", "graph AND cat:cs.*", "Graph AND cat:cs.*"),
            "Weekly",
            "Europe/Berlin",
            "07:30",
            "5");

    assertThat(rules.check(form))
        .isEqualTo(
            new CheckedForm.Accepted(
                new Preferences(
                    List.of("robotics"),
                    List.of("gaussian splatting"),
                    List.of("Jörg Müller"),
                    List.of("graph AND cat:cs.*", "Graph AND cat:cs.*"),
                    Cadence.WEEKLY,
                    ZoneId.of("Europe/Berlin"),
                    LocalTime.of(7, 30),
                    DayOfWeek.FRIDAY)));
  }

  @Test
  void shouldTellEveryMistakeOfAFieldUpToAFew() {
    PreferencesForm form =
        new PreferencesForm(
            List.of(),
            List.of("?", "graph", "!", "+", "-", ".", ",", ";"),
            List.of(),
            List.of("cat:", "graph", "AND"),
            "weekly",
            "Europe/Berlin",
            "08:00",
            "1");

    assertThat(errors(form).get("phrases"))
        .startsWith("'?' is too short for a word or phrase.\n\n'!' is too short")
        .endsWith("'.' is too short for a word or phrase.\n\nAnd 2 more.");
    assertThat(errors(form).get("queries")).contains("cat:\n", "\n\nat position 1:", "AND\n");
  }

  @Test
  void shouldTellEveryWrongFieldAtOnce() {
    PreferencesForm form =
        new PreferencesForm(
            List.of("alchemy"),
            List.of("?"),
            List.of("x"),
            List.of("graph AND (kind:new)"),
            "hourly",
            "Berlin",
            "25:00",
            "8");

    assertThat(errors(form))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "topics", "There is no topic 'alchemy'.",
                "phrases", "'?' is too short for a word or phrase.",
                "authors", "'x' is too short for a name.",
                "queries",
                    """
                    at position 17: there is no kind 'new'; expected announced, revised,\
                     cross-listed, published, withdrawn, survey, position, benchmark, dataset,\
                     theory, system, method
                      graph AND (kind:new)
                                      ^\
                    """,
                "cadence", "Choose at once, daily or weekly.",
                "zone", "'Berlin' is not a time zone. An example of one: Europe/Berlin.",
                "sendAt", "'25:00' is not a time of day such as 08:00.",
                "sendDay", "Choose a day of the week, 1 (Monday) to 7 (Sunday)."));
  }

  @Test
  void shouldWantAtLeastOneInterest() {
    assertThat(errors(phrases(List.of("  "))))
        .containsExactly(
            Map.entry("interests", "Choose at least one topic, word, author or query."));
  }

  @Test
  void shouldBoundTheNumberOfInterests() {
    assertThat(errors(phrases(IntStream.range(0, 101).mapToObj(i -> "phrase " + i).toList())))
        .containsExactly(
            Map.entry("interests", "101 interests are too many; 100 are the most you can have."));
    assertThat(errors(phrases(IntStream.range(0, 50_000).mapToObj(i -> "~" + i + "~").toList())))
        .as("none of so many is judged")
        .containsExactly(
            Map.entry("interests", "50000 interests are too many; 100 are the most you can have."));
  }

  @Test
  void shouldRefuseCharactersThatAreNoText() {
    PreferencesForm form =
        new PreferencesForm(
            List.of("robotics\0"),
            List.of("dark\0 matter", "dark matter"),
            List.of("Ada \ud83d Lovelace"),
            List.of("\"graph\0\""),
            "daily",
            "UTC",
            "08:00",
            "1");

    assertThat(errors(form)).containsOnlyKeys("topics", "phrases", "authors", "queries");
    assertThat(errors(form))
        .containsEntry(
            "phrases", "'dark matter' has a character in it that is no text. Please type it anew.")
        .containsEntry(
            "authors",
            "'Ada Lovelace' has a character in it that is no text. Please type it anew.");
  }

  @Test
  void shouldTakeAnOrcidIdHoweverItIsWrittenForTheAuthorThatItIs() {
    PreferencesForm form =
        authors(
            List.of(
                "https://orcid.org/0000-0002-1825-0097",
                "0000000218250097",
                "orcid:0000-0002-1694-233x"));

    assertThat(rules.check(form))
        .isInstanceOfSatisfying(
            CheckedForm.Accepted.class,
            accepted -> {
              assertThat(accepted.preferences().authors())
                  .containsExactly("0000-0002-1825-0097", "0000-0002-1694-233X");
              assertThat(accepted.preferences().interests())
                  .extracting(interest -> ((Interest.Asked) interest).expression())
                  .containsExactly(
                      new Clause.Orcid("0000-0002-1825-0097"),
                      new Clause.Orcid("0000-0002-1694-233X"));
            });
  }

  @Test
  void shouldRefuseAuthorsThatMatchingLeavesOut() {
    assertThat(errors(authors(List.of("2024", "https://orcid.org/0000-0002-1825-0098"))))
        .containsExactly(
            Map.entry(
                "authors",
                "The name '2024' has no letter. Write it as Ada Lovelace, or give an ORCID iD such"
                    + " as 0000-0002-1825-0097.\n\n"
                    + "The ORCID iD 'https://orcid.org/0000-0002-1825-0098' is mistyped."));
  }

  @Test
  void shouldLeaveOutOfMatchingWhatAnEarlierVersionTook() {
    Preferences stored =
        new Preferences(
            List.of(),
            List.of("dark matter"),
            List.of("2024"),
            List.of("graph AND"),
            Cadence.DAILY,
            ZoneId.of("UTC"),
            LocalTime.NOON,
            DayOfWeek.MONDAY);

    assertThat(stored.interests()).extracting(Interest::id).containsExactly("phrase:dark matter");
  }

  private static PreferencesForm authors(List<String> authors) {
    return new PreferencesForm(
        List.of(), List.of(), authors, List.of(), "daily", "UTC", "08:00", "1");
  }

  @Test
  void shouldBoundWhatAllInterestsTakeTogether() {
    // Fifteen queries of nearly four thousand letters of two bytes, of which each is fine.
    List<String> queries =
        IntStream.range(10, 25)
            .mapToObj(i -> "(" + "\"" + "щ".repeat(190) + i + "\" OR ")
            .map(part -> part.repeat(19) + "граф" + ")".repeat(19))
            .toList();

    assertThat(errors(queries(queries)))
        .containsOnlyKeys("interests")
        .extractingByKey("interests")
        .asString()
        .startsWith("All your interests together are too long: they take 1")
        .contains(" bytes, and 60,000 are the most.");
    assertThat(rules.check(queries(queries.subList(0, 7))))
        .isInstanceOf(CheckedForm.Accepted.class);
  }

  private static PreferencesForm queries(List<String> queries) {
    return new PreferencesForm(
        List.of(), List.of(), List.of(), queries, "daily", "UTC", "08:00", "1");
  }

  @Test
  void shouldBoundTheLengthOfAPhrase() {
    assertThat(errors(phrases(List.of("a".repeat(101)))))
        .containsExactly(
            Map.entry(
                "phrases",
                "A word or phrase may have 100 characters; 'aaaaaaaaaaaaaaaaaaaa…' has 101."));
  }

  private static PreferencesForm phrases(List<String> phrases) {
    return new PreferencesForm(
        List.of(), phrases, List.of(), List.of(), "daily", "UTC", "08:00", "1");
  }

  @Test
  void shouldRefuseWhatAsksForNearlyEveryPaper() {
    assertThat(errors(phrases(List.of("graph", "the"))))
        .containsExactly(
            Map.entry(
                "phrases",
                "The phrase 'the' is not taken: it asks only for words that stand in nearly every"
                    + " paper; add one that tells papers apart."));
    PreferencesForm everything =
        new PreferencesForm(
            List.of(), List.of(), List.of(), List.of("NOT survey"), "daily", "UTC", "08:00", "1");
    assertThat(errors(everything).get("queries"))
        .startsWith("'NOT survey' is not taken: it names nothing that a paper must have");
  }

  @Test
  void shouldRefuseWhatMostPapersHaveThoughItIsReadWhereItWasAcceptedBefore() {
    String query = "graph OR kind:announced";
    PreferencesForm form =
        new PreferencesForm(
            List.of(), List.of(), List.of(), List.of(query), "daily", "UTC", "08:00", "1");

    assertThat(errors(form).get("queries"))
        .startsWith("'" + query + "' is not taken: it asks only for what most papers have")
        .endsWith("add a topic, a word or an author, to each side of an OR.");
    assertThat(new StoredInterest(StoredInterest.QUERY, query).matched()).isPresent();
  }

  private Map<String, String> errors(PreferencesForm form) {
    return switch (rules.check(form)) {
      case CheckedForm.Rejected(FieldErrors errors) -> errors.byField();
      case CheckedForm.Accepted accepted -> throw new AssertionError(accepted.toString());
    };
  }
}
