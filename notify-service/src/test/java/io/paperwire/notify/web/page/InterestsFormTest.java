package io.paperwire.notify.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.paperwire.notify.web.account.PreferencesForm;
import io.paperwire.topics.Vocabulary;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The form as a browser shows it and sends it back when nothing in it was touched. */
final class InterestsFormTest {

  private static final Pattern TEXT =
      Pattern.compile("<textarea[^>]* name=\"([^\"]*)\"[^>]*>([^<]*)</textarea>");
  private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
  private static final Pattern SELECT =
      Pattern.compile(
          "<select[^>]* name=\"([^\"]*)\".*?<option value=\"([^\"]*)\" selected>", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

  private final PageRenderer renderer = new PageRenderer();
  private final TopicGroups topics = new TopicGroups(Vocabulary.load());

  static Stream<Arguments> interests() {
    return Stream.of(
        arguments(List.of(), List.of("Bengio", "Hinton"), List.of()),
        arguments(List.of(), List.of("王伟", "李娜"), List.of()),
        arguments(List.of(), List.of("Lovelace, Ada", "Emmy Noether"), List.of()),
        arguments(List.of(), List.of("van der Berg, Jan Piet", "A; B", "王伟, 李娜"), List.of()),
        arguments(List.of("graphs, and trees", "dark matter", "a;b"), List.of(), List.of()),
        arguments(
            List.of("\"quoted\" & <b>", "it's 100% + more"),
            List.of("Ada \"Countess\" Lovelace"),
            List.of("ti:a; AND b, c", "au:\"Lovelace, Ada\" OR x=y&z")));
  }

  @ParameterizedTest
  @MethodSource("interests")
  void shouldComeBackAsItWasShown(
      List<String> phrases, List<String> authors, List<String> queries) {
    PreferencesForm preferences =
        new PreferencesForm(
            List.of("robotics"),
            phrases,
            authors,
            queries,
            "weekly",
            "Europe/Berlin",
            "07:30",
            "5");
    SubscriptionForm form = SubscriptionForm.of("a@example.org", preferences);

    SubscriptionForm back = SubscriptionForm.posted(FormFields.parse(sent(page(form))));

    assertThat(back.preferences()).isEqualTo(preferences);
    assertThat(page(SubscriptionForm.of("a@example.org", back.preferences())))
        .isEqualTo(page(form));
  }

  private String page(SubscriptionForm form) {
    return renderer
        .page("interests", Map.of("form", form, "topics", topics))
        .getBody()
        .orElseThrow();
  }

  /** What a browser sends of the fields on a page. */
  private static String sent(String html) {
    List<String> fields = new ArrayList<>();
    TEXT.matcher(html).results().forEach(it -> fields.add(field(it.group(1), it.group(2))));
    SELECT.matcher(html).results().forEach(it -> fields.add(field(it.group(1), it.group(2))));
    for (var input : INPUT.matcher(html).results().toList()) {
      String attributes = input.group(1);
      boolean isChoice = attributes.contains("type=\"checkbox\"") || attributes.contains("radio");
      Matcher name = NAME.matcher(attributes);
      Matcher value = VALUE.matcher(attributes);
      if (name.find() && value.find() && (!isChoice || attributes.endsWith(" checked"))) {
        fields.add(field(name.group(1), value.group(1)));
      }
    }
    return String.join("&", fields);
  }

  private static String field(String name, String html) {
    String text =
        html.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&")
            .replace("\n", "\r\n");
    return name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
