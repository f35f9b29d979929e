package io.paperwire.standalone.cli;

import io.paperwire.index.Admission;
import io.paperwire.ingest.format.JsonText;
import io.paperwire.ingest.format.JsonValue;
import io.paperwire.ingest.format.JsonValue.JsonObject;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Utf8;
import io.paperwire.interest.Expression;
import io.paperwire.interest.InterestParser;
import io.paperwire.interest.Reading;
import io.paperwire.interest.SyntaxError;
import io.paperwire.notify.matching.Interest;
import io.paperwire.standalone.input.Lines;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads interests as JSON Lines, by the rules that hold for who subscribes. */
final class InterestInput {

  private static final int SUGGESTIONS = 3;

  private final String name;
  private final Vocabulary vocabulary;
  private final InterestParser parser;
  private final PrintWriter errors;
  private final Set<String> ids = new HashSet<>();
  private int refused;

  /**
   * An interest of a file.
   *
   * @param interest the interest, with the id that it has in the file
   * @param expression what it asks for; reading it anew for each paper would take most of the time
   */
  record Stated(Interest.Asked interest, Expression expression) {}

  /**
   * An input.
   *
   * @param name what people call it, for messages
   * @param vocabulary the topics that there are
   * @param errors told of each line that is no interest
   */
  InterestInput(String name, Vocabulary vocabulary, PrintWriter errors) {
    this.name = name;
    this.vocabulary = vocabulary;
    this.parser = InterestParser.of(vocabulary);
    this.errors = errors;
  }

  /** Reads all interests in order; lines that are none are reported and passed over. */
  List<Stated> read(InputStream in) throws IOException {
    List<Stated> interests = new ArrayList<>();
    Lines.read(
        name,
        in,
        (number, line) -> {
          try {
            Interest.Asked interest = interest(parsed(line));
            interests.add(new Stated(interest, interest.expression()));
            ids.add(interest.id());
          } catch (IllegalArgumentException e) {
            refused++;
            errors.println(name + " line " + number + ": " + e.getMessage());
          }
        });
    return interests;
  }

  /** Lines that were no interest. */
  int refused() {
    return refused;
  }

  private static JsonObject parsed(byte[] line) {
    return switch (Utf8.decode(line).then(JsonText::parse)) {
      case Parsed.Valid<JsonValue>(JsonObject object) -> object;
      case Parsed.Valid<JsonValue>(JsonValue other) ->
          throw new IllegalArgumentException("an interest is a JSON object, not " + other.kind());
      case Parsed.Invalid<JsonValue>(_, String reason) ->
          throw new IllegalArgumentException(reason);
    };
  }

  private Interest.Asked interest(JsonObject node) {
    if (!node.repeated().isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + node.repeated().getFirst() + "\" is there more than once");
    }
    String id = text(node, "id").orElse("");
    if (id.isEmpty() || ids.contains(id)) {
      throw new IllegalArgumentException("an interest needs an \"id\" of its own");
    }
    List<Interest.Asked> stated =
        Stream.of(
                text(node, "topic").map(topic -> (Interest.Asked) topic(id, topic)),
                text(node, "phrase")
                    .map(phrase -> (Interest.Asked) new Interest.InPhrase(id, phrase)),
                text(node, "author").map(name -> (Interest.Asked) new Interest.InAuthor(id, name)),
                text(node, "query").map(query -> (Interest.Asked) query(id, query)))
            .flatMap(Optional::stream)
            .toList();
    if (stated.size() != 1) {
      throw new IllegalArgumentException(
          "an interest has exactly one of \"topic\", \"phrase\", \"author\", \"query\"");
    }
    return stated.getFirst();
  }

  private Interest.InTopic topic(String id, String topic) {
    if (vocabulary.topic(topic).isEmpty()) {
      String near =
          vocabulary.suggest(topic.replace('-', ' '), SUGGESTIONS).stream()
              .map(ResearchTopic::id)
              .collect(Collectors.joining(" or "));
      throw new IllegalArgumentException(
          "there is no topic '" + topic + "'" + (near.isEmpty() ? "" : "; expected " + near));
    }
    return new Interest.InTopic(id, topic);
  }

  private Interest.InQuery query(String id, String query) {
    return switch (parser.parse(query)) {
      case Reading.Understood(Expression expression) -> {
        Admission.refusal(expression)
            .ifPresent(
                reason -> {
                  throw new IllegalArgumentException(
                      "the interest '" + query + "' is not taken: " + reason);
                });
        yield new Interest.InQuery(id, query);
      }
      case Reading.Refused(SyntaxError error) ->
          throw new IllegalArgumentException(error.describe(query));
    };
  }

  private static Optional<String> text(JsonObject node, String field) {
    return Optional.ofNullable(node.fields().get(field)).flatMap(JsonValue::scalar);
  }
}
