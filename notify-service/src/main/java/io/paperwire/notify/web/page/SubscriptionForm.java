package io.paperwire.notify.web.page;

import io.paperwire.notify.web.account.FieldErrors;
import io.paperwire.notify.web.account.PreferencesForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form with which people subscribe and change their preferences, as filled in so far.
 *
 * @param address where mails go, as typed
 * @param preferences the rest, as typed
 * @param errors what is wrong
 */
public record SubscriptionForm(String address, PreferencesForm preferences, FieldErrors errors) {

  private static final FieldErrors NONE = new FieldErrors(Map.of());

  private static final List<WrongField> FIELDS =
      List.of(
          new WrongField("address", "Your email address"),
          new WrongField("interests", "What you want to get"),
          new WrongField("topics", "Topics"),
          new WrongField("phrases", "Words or phrases"),
          new WrongField("authors", "Authors"),
          new WrongField("queries", "Queries"),
          new WrongField("cadence", "How often"),
          new WrongField("sendAt", "Digest at"),
          new WrongField("sendDay", "Weekly on"),
          new WrongField("zone", "Time zone"));

  /** A form that nobody has touched. */
  static SubscriptionForm fresh() {
    return fresh(List.of(), List.of());
  }

  /** A form that a link "get these papers by mail" has filled in. */
  static SubscriptionForm fresh(List<String> topics, List<String> queries) {
    return new SubscriptionForm(
        "",
        new PreferencesForm(topics, List.of(), List.of(), queries, "daily", "UTC", "08:00", "1"),
        NONE);
  }

  /** A form without mistakes. */
  static SubscriptionForm of(String address, PreferencesForm preferences) {
    return new SubscriptionForm(address, preferences, NONE);
  }

  /** What was posted. Fields that are missing have their usual values. */
  static SubscriptionForm posted(FormFields fields) {
    return of(
        fields.text("address"),
        new PreferencesForm(
            fields.all("topics"),
            fields.list("phrases"),
            fields.names("authors"),
            fields.lines("queries"),
            or(fields.text("cadence"), "daily"),
            or(fields.text("zone"), "UTC"),
            or(fields.text("sendAt"), "08:00"),
            or(fields.text("sendDay"), "1")));
  }

  /** The same form, with what is wrong. */
  SubscriptionForm with(FieldErrors wrong) {
    return new SubscriptionForm(address, preferences, wrong);
  }

  /** Whether a topic is chosen. */
  public boolean follows(String topic) {
    return preferences.topics().contains(topic);
  }

  /** How many of a group's topics are chosen. */
  public long followed(TopicGroups.Group group) {
    return group.topics().stream().filter(topic -> follows(topic.id())).count();
  }

  /** The phrases with a comma or a semicolon, at which they are not to be torn apart. */
  public List<String> wholePhrases() {
    return FormFields.wholes(preferences.phrases());
  }

  /** The names with a comma or a semicolon, at which they are not to be torn apart. */
  public List<String> wholeAuthors() {
    return FormFields.wholes(preferences.authors());
  }

  /** What is wrong with a field. */
  public Optional<String> error(String field) {
    return Optional.ofNullable(errors.byField().get(field));
  }

  /** The same, one by one. */
  public List<FieldMistake> mistakes(String field) {
    return error(field).map(FieldMistake::all).orElse(List.of());
  }

  /**
   * A field that is wrong.
   *
   * @param name its name, which is the id of its place on the page
   * @param label what the page calls it
   */
  public record WrongField(String name, String label) {}

  /** The fields that are wrong, in the order of the page. */
  public List<WrongField> wrongFields() {
    return FIELDS.stream().filter(field -> error(field.name()).isPresent()).toList();
  }

  /** Whether anything is wrong. */
  public boolean hasErrors() {
    return !errors.byField().isEmpty();
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
