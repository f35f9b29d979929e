package io.paperwire.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class VocabularyFileTest {

  private static final String SOUND =
      """
      - id: physics
        label: Physics
        aliases: [theoretical physics]
        in-context: [Physics]
      - id: optics
        label: Optics
        broader: [physics]
        combines: [physics, optics]
        aliases: ["laser", photonic]
        in-context: [fiber]
        categories: [physics.optics]
      """;

  @Test
  void shouldReadATopicWithAllItsFields() {
    Vocabulary vocabulary = read(SOUND);

    assertThat(vocabulary.topic("optics"))
        .contains(
            new ResearchTopic(
                "optics",
                "Optics",
                List.of("physics"),
                List.of("physics", "optics"),
                List.of("laser", "photonic"),
                List.of("fiber"),
                Set.of("physics.optics")));
  }

  @Test
  void shouldTakeALabelThatIsInContextForNoPhraseOfItsOwn() {
    assertThat(read(SOUND).topic("physics").orElseThrow().phrases())
        .containsExactly("theoretical physics");
  }

  @Test
  void shouldRefuseWhatIsNoYaml() {
    assertRefused("- id: [", "line 1: this is not YAML");
    assertRefused("", "line 1: the file must be a list of topics");
    assertRefused("id: optics", "line 1: the file must be a list of topics");
    assertRefused("- optics", "line 1: a topic must have fields");
  }

  @Test
  void shouldRefuseAFieldThatIsMissingUnknownOrOfTheWrongForm() {
    assertRefused("- id: optics", "line 1: the topic has no label");
    assertRefused("- id: optics\n  label:", "line 2: here must be some text");
    assertRefused("- id: optics\n  lable: Optics", "line 2: 'lable' is no field of a topic");
    assertRefused("- id: a\n  label: A\n  aliases: laser", "line 3: aliases must be a list");
  }

  @Test
  void shouldRefuseAnIdThatIsTakenOrNotInKebabCase() {
    assertRefused("- id: Fine_Optics\n  label: Optics", "line 1: id 'Fine_Optics' must be small");
    assertRefused(
        SOUND + "- id: optics\n  label: Light", "line 12: id 'optics' is taken in line 5");
  }

  @Test
  void shouldRefuseALabelOrAPhraseThatReadsLikeAnother() {
    assertRefused(
        SOUND + "- id: o2\n  label: OPTICS\n  broader: [physics]",
        "line 12: label 'OPTICS' reads like that in line 5");
    assertRefused(
        SOUND + "- id: o2\n  label: Light\n  aliases: [Lasers]",
        "line 12: 'Lasers' is already a phrase of 'optics' in line 5");
    assertRefused(
        SOUND + "- id: o2\n  label: Light\n  in-context: [LASER]",
        "line 12: 'LASER' cannot be in-context, because it always means 'optics' (line 5)");
    assertRefused(
        SOUND + "- id: o2\n  label: Light\n  in-context: [ray, Rays]",
        "line 12: 'Rays' is in-context twice");
    assertRefused(SOUND + "- id: o2\n  label: '-'", "line 12: '-' has no letter");
    assertRefused(
        SOUND + "- id: o2\n  label: Ray\n  in-context: [Ray]", "line 12: nothing finds the topic");
  }

  @Test
  void shouldRefuseRelationsThatLeadNowhereOrInACircle() {
    assertRefused(
        SOUND + "- id: o2\n  label: Light\n  broader: [fisics]",
        "line 12: broader topic 'fisics' does not exist");
    assertRefused(
        SOUND + "- id: o2\n  label: Light\n  broader: [physics]\n  combines: [optics, fisics]",
        "line 12: combined topic 'fisics' does not exist");
    assertRefused(
        SOUND + "- id: o2\n  label: Light\n  broader: [physics]\n  combines: [optics]",
        "line 12: combines needs two topics or more");
    assertRefused(
        SOUND + "- id: a\n  label: A\n  broader: [b]\n- id: b\n  label: B\n  broader: [a]",
        "line 12: 'a' is broader than itself");
    assertRefused(SOUND + "- id: o2\n  label: Light", "line 12: 'o2' stands alone");
  }

  @Test
  void shouldRefuseACategoryThatArxivDoesNotHave() {
    assertRefused(
        SOUND + "- id: o2\n  label: Light\n  broader: [physics]\n  categories: [physics.optic]",
        "line 12: arXiv has no category 'physics.optic'; write physics.optics");
    assertRefused(
        SOUND + "- id: o2\n  label: Light\n  broader: [physics]\n  categories: [physics.zzzzzz]",
        "line 12: arXiv has no category 'physics.zzzzzz'; take it out");
  }

  @Test
  void shouldReadTheIndexOfAVocabulary() {
    assertThat(VocabularyFile.readIndex("index.yaml", new StringReader("- a.yaml\n- b.yaml")))
        .containsExactly("a.yaml", "b.yaml");
    assertThatThrownBy(
            () -> VocabularyFile.readIndex("index.yaml", new StringReader("files: a.yaml")))
        .isInstanceOf(VocabularyException.class)
        .hasMessage("index.yaml, line 1: the index must be a list of files: '- physics.yaml'");
  }

  @Test
  void shouldNameTheOtherFileInWhichAPhraseStands() {
    List<VocabularyFile.Entry> entries = new ArrayList<>();
    entries.addAll(VocabularyFile.read("physics.yaml", new StringReader(SOUND)));
    entries.addAll(
        VocabularyFile.read(
            "light.yaml",
            new StringReader(
                "- id: light\n  label: Light\n  broader: [optics]\n  aliases: [laser]")));

    assertThatThrownBy(() -> VocabularyChecks.check(entries))
        .isInstanceOf(VocabularyException.class)
        .hasMessageStartingWith(
            "light.yaml, line 1: 'laser' is already a phrase of 'optics' in physics.yaml, line 5");
  }

  private static Vocabulary read(String yaml) {
    return Vocabulary.read("test.yaml", new StringReader(yaml));
  }

  private static void assertRefused(String yaml, String problem) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(VocabularyException.class)
        .hasMessageStartingWith("test.yaml, " + problem);
  }
}
