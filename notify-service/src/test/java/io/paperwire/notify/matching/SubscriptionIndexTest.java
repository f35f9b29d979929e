package io.paperwire.notify.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.paperwire.index.Paper;
import io.paperwire.index.Paper.Tag;
import io.paperwire.notify.matching.Interest.InAuthor;
import io.paperwire.notify.matching.Interest.InPhrase;
import io.paperwire.notify.matching.Interest.InQuery;
import io.paperwire.notify.matching.Interest.InTopic;
import io.paperwire.notify.matching.Reason.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubscriptionIndexTest {

  private final FiledSubscriptions index = new FiledSubscriptions(TestTopics.vocabulary());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "graph neural network | Graph Neural Networks at scale | Graph Neural Networks",
        "Graph Neural Networks | on a graph neural network | graph neural network",
        "multi-agent | Multiagent systems | Multiagent",
        "multi agent | A multi-agent system | multi-agent",
        "Schrödinger equation | The Schrodinger equations | Schrodinger equations",
        "behavior cloning | Behaviour cloning | Behaviour cloning",
        "LLM | Why LLMs fail | LLMs",
      })
  void shouldFindAPhraseHoweverItIsWritten(String phrase, String title, String evidence) {
    index.put(subscription("s-1", new InPhrase("i-1", phrase)));

    assertThat(index.match(titled(title)))
        .containsExactly(
            new Match("s-1", List.of(new Reason(Kind.PHRASE, "i-1", phrase, evidence, 0.9))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "graph neural network | Graphs, neural networks",
        "graph | Paragraphs",
        "SAM | Uncle Sam",
        "neural graph | graph neural",
      })
  void shouldNotFindAPhraseThatDoesNotStandThere(String phrase, String title) {
    index.put(subscription("s-1", new InPhrase("i-1", phrase)));

    assertThat(index.match(titled(title))).isEmpty();
  }

  @Test
  void shouldTrustTheTitleMoreThanTheAbstract() {
    index.put(subscription("s-1", new InPhrase("i-1", "graph"), new InPhrase("i-2", "molecules")));
    Paper paper = TestPapers.paper("Graphs", "Graph models of a molecule.", List.of(), List.of());

    assertThat(index.match(paper))
        .containsExactly(
            new Match(
                "s-1",
                List.of(
                    new Reason(Kind.PHRASE, "i-1", "graph", "Graphs", 0.9),
                    new Reason(Kind.PHRASE, "i-2", "molecules", "molecule", 0.7))));
  }

  @Test
  void shouldSayInAQueryHowSureItIsOfAnAuthor() {
    index.put(subscription("s-1", new InQuery("i-1", "au:\"L. Jones\" AND graphs")));
    index.put(subscription("s-2", new InAuthor("i-1", "L. Jones")));
    Paper paper = TestPapers.paper("Graphs", "", List.of("Llion Jones"), List.of());

    assertThat(index.match(paper))
        .containsExactlyInAnyOrder(
            new Match(
                "s-1",
                List.of(
                    new Reason(
                        Kind.QUERY,
                        "i-1",
                        "au:\"L. Jones\" AND graphs",
                        "probably Llion Jones; Graphs",
                        0.6))),
            new Match(
                "s-2", List.of(new Reason(Kind.AUTHOR, "i-1", "L. Jones", "Llion Jones", 0.6))));
  }

  @Test
  void shouldFindATopicAndWhatIsNarrower() {
    index.put(subscription("s-same", new InTopic("i-1", "rag")));
    index.put(subscription("s-broader", new InTopic("i-1", "language-models")));
    index.put(subscription("s-broadest", new InTopic("i-1", "computer-science")));
    index.put(subscription("s-other", new InTopic("i-1", "biology")));
    Paper paper = tagged(new Tag("rag", "Retrieval-augmented generation", 0.7, List.of("RAG")));

    assertThat(index.match(paper))
        .containsExactlyInAnyOrder(
            new Match(
                "s-same",
                List.of(
                    new Reason(
                        Kind.TOPIC,
                        "i-1",
                        "Retrieval-augmented generation",
                        "Retrieval-augmented generation (RAG)",
                        0.7))),
            new Match(
                "s-broader",
                List.of(
                    new Reason(
                        Kind.TOPIC,
                        "i-1",
                        "Language models",
                        "Retrieval-augmented generation (RAG)",
                        0.7))),
            new Match(
                "s-broadest",
                List.of(
                    new Reason(
                        Kind.TOPIC,
                        "i-1",
                        "Computer science",
                        "Retrieval-augmented generation (RAG)",
                        0.7))));
  }

  @Test
  void shouldNotFindABroaderTopic() {
    index.put(subscription("s-1", new InTopic("i-1", "rag")));

    assertThat(index.match(tagged(new Tag("retrieval", "Retrieval", 1, List.of())))).isEmpty();
  }

  @Test
  void shouldNameTheSurestOfSeveralNarrowerTopics() {
    index.put(subscription("s-1", new InTopic("i-1", "computer-science")));
    Paper paper =
        tagged(
            new Tag("retrieval", "Retrieval", 0.4, List.of("search")),
            new Tag("language-models", "Language models", 0.6, List.of()),
            new Tag("rag", "Retrieval-augmented generation", 0.6, List.of("RAG")));

    assertThat(index.match(paper))
        .containsExactly(
            new Match(
                "s-1",
                List.of(
                    new Reason(Kind.TOPIC, "i-1", "Computer science", "Language models", 0.6))));
  }

  @Test
  void shouldFindATopicThatTheVocabularyDoesNotKnow() {
    index.put(subscription("s-1", new InTopic("i-1", "quantum-gravity")));
    Paper paper =
        tagged(new Tag("quantum-gravity", "Quantum gravity", 0.5, List.of("a", "b", "c", "d")));

    assertThat(index.match(paper))
        .containsExactly(
            new Match(
                "s-1",
                List.of(
                    new Reason(
                        Kind.TOPIC, "i-1", "quantum-gravity", "Quantum gravity (a, b, c)", 0.5))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "J. Müller | Jörg Mueller | 0.6",
        "Jörg Müller | Jorg Muller | 0.9",
        "Müller, Jörg | Jörg K. Müller | 0.9",
        "Müller | Jörg Müller | 0.3",
      })
  void shouldFindAnAuthorAndSayHowSureItIs(String name, String author, double score) {
    index.put(subscription("s-1", new InAuthor("i-1", name)));

    assertThat(index.match(by("Ada Lovelace", author)))
        .containsExactly(
            new Match("s-1", List.of(new Reason(Kind.AUTHOR, "i-1", name, author, score))));
  }

  @Test
  void shouldFindAnAuthorByTheOrcidId() {
    String orcid = "0000-0002-1825-0097";
    index.put(subscription("s-1", new InAuthor("i-1", orcid)));

    assertThat(index.match(by("Ada Lovelace"))).isEmpty();
    assertThat(
            index.match(
                TestPapers.writtenBy(
                    List.of(new Paper.Author("Ada Lovelace", Optional.of(orcid))),
                    "Title",
                    "",
                    List.of())))
        .containsExactly(
            new Match("s-1", List.of(new Reason(Kind.AUTHOR, "i-1", orcid, "Ada Lovelace", 1))));
  }

  @Test
  void shouldFindWhatAQueryAsksForAndSayWhy() {
    String query = "ti:\"graph network\" AND cat:cs.* NOT survey";
    index.put(subscription("s-1", new InQuery("i-1", query)));

    assertThat(index.match(titled("A survey of graph networks"))).isEmpty();
    assertThat(index.match(titled("Graph Networks")))
        .containsExactly(
            new Match(
                "s-1",
                List.of(new Reason(Kind.QUERY, "i-1", query, "Graph Networks; cs.CL", 0.9))));
  }

  @Test
  void shouldNotTakeAFamilyNameAloneForAPerson() {
    index.put(subscription("s-1", new InAuthor("i-1", "Jörg Müller")));

    assertThat(index.match(by("Müller"))).isEmpty();
  }

  @Test
  void shouldNotFindAnotherAuthorOfTheSameFamilyName() {
    index.put(subscription("s-1", new InAuthor("i-1", "Jörg Müller")));

    assertThat(index.match(by("Karl Müller", "...", "Jörg Miller"))).isEmpty();
  }

  @Test
  void shouldNameTheAuthorOfWhomItIsSurest() {
    index.put(subscription("s-1", new InAuthor("i-1", "Wei Wang")));

    assertThat(index.match(by("W. Wang", "Wei Wang", "Wei L. Wang")))
        .containsExactly(
            new Match("s-1", List.of(new Reason(Kind.AUTHOR, "i-1", "Wei Wang", "Wei Wang", 0.9))));
  }

  @Test
  void shouldGiveEachInterestInItsOwnSubscribersWords() {
    index.put(subscription("s-1", new InPhrase("mine", "multi-agent")));
    index.put(subscription("s-2", new InPhrase("yours", "multi agents")));

    assertThat(index.match(titled("Multi-agent systems")))
        .containsExactlyInAnyOrder(
            new Match(
                "s-1", List.of(new Reason(Kind.PHRASE, "mine", "multi-agent", "Multi-agent", 0.9))),
            new Match(
                "s-2",
                List.of(new Reason(Kind.PHRASE, "yours", "multi agents", "Multi-agent", 0.9))));
  }

  @Test
  void shouldCountSeveralReasonsForMoreThanTheStrongest() {
    Match match =
        new Match(
            "s-1",
            List.of(
                new Reason(Kind.AUTHOR, "i-2", "a", "a", 0.5),
                new Reason(Kind.PHRASE, "i-1", "b", "b", 0.9)));

    assertThat(match.reasons()).extracting(Reason::interestId).containsExactly("i-1", "i-2");
    assertThat(match.score()).isCloseTo(0.95, within(1e-12));
  }

  @Test
  void shouldReplaceTheInterestsOfASubscriber() {
    index.put(subscription("s-1", new InPhrase("i-1", "graph"), new InPhrase("i-2", "network")));
    assertThat(index.match(titled("Graphs"))).hasSize(1);
    assertThat(index.match(titled("Molecules"))).isEmpty();

    index.put(subscription("s-1", new InPhrase("i-1", "molecule")));
    assertThat(index.match(titled("Graphs"))).isEmpty();
    assertThat(index.match(titled("Molecules"))).hasSize(1);
    assertThat(index.subscribers()).isEqualTo(1);
    assertThat(index.interests()).isEqualTo(1);

    index.remove("s-1");
    assertThat(index.interests()).isZero();
  }

  @Test
  void shouldRemoveASubscriber() {
    index.put(subscription("s-1", new InPhrase("i-1", "graph")));
    index.put(subscription("s-2", new InPhrase("i-1", "graph")));
    index.remove("s-1");
    index.remove("s-unknown");

    assertThat(index.match(titled("Graphs")))
        .extracting(Match::subscriberId)
        .containsExactly("s-2");
    assertThat(index.subscribers()).isEqualTo(1);
  }

  @Test
  void shouldRefuseInterestsThatMakeNoSense() {
    assertThatThrownBy(() -> new InPhrase("i-1", "..."))
        .hasMessage("the phrase '...' has no letter and no digit");
    assertThatThrownBy(() -> new InPhrase("i-1", "ab".repeat(101)))
        .hasMessage("a phrase has at most 200 characters, not 202: '" + "ab".repeat(20) + "...'");
    assertThatThrownBy(() -> new InAuthor("i-1", " . ")).hasMessage("the name ' . ' has no letter");
    assertThatThrownBy(() -> new InAuthor("i-1", "0000-0002-1825-0098"))
        .hasMessage("the ORCID iD '0000-0002-1825-0098' is mistyped");
    assertThatThrownBy(() -> new InAuthor("i-1", "orcid.org/0000-0002-1825-0098"))
        .hasMessage("the ORCID iD '0000-0002-1825-0098' is mistyped");
    assertThatThrownBy(() -> new InAuthor("i-1", "x".repeat(201)))
        .hasMessageStartingWith("a name has at most 200 characters, not 201");
    assertThatThrownBy(() -> new InPhrase("i-1", "the"))
        .hasMessageStartingWith("the phrase 'the' is not taken: it asks only for words that");
    assertThatThrownBy(() -> new InQuery("i-1", "graph AND"))
        .hasMessageStartingWith("at position 10: nothing to look for before the end");
    assertThatThrownBy(() -> new InQuery("i-1", "NOT graph"))
        .hasMessageStartingWith("the interest 'NOT graph' is not taken: it names nothing");
    assertThatThrownBy(() -> new InTopic("i-1", " "))
        .hasMessage("an interest in a topic needs the topic's id");
    assertThatThrownBy(() -> new Tag("rag", "RAG", 1.01, List.of()))
        .hasMessage("the score of topic rag is in [0, 1], not 1.01");
  }

  private static Subscription subscription(String id, Interest... interests) {
    return new Subscription(id, 1, List.of(interests));
  }

  private static Paper titled(String title) {
    return TestPapers.paper(title, "", List.of(), List.of());
  }

  private static Paper tagged(Tag... tags) {
    return TestPapers.paper("Title", "", List.of(), List.of(tags));
  }

  private static Paper by(String... authors) {
    return TestPapers.paper("Title", "", List.of(authors), List.of());
  }
}
