package io.paperwire.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperwire.standalone.deadletter.DeadLetter;
import io.paperwire.standalone.deadletter.DeadLetters;
import io.paperwire.standalone.deadletter.LetterFilter;
import io.paperwire.standalone.deadletter.Replay;
import io.paperwire.standalone.deadletter.Replay.LeftOut;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Lists records that could not be processed, and sends them in again. */
@Command(
    name = "dlq",
    mixinStandardHelpOptions = true,
    description = "Lists records that could not be processed, and sends them in again.",
    footer = DeploymentOptions.ENVIRONMENT)
final class DeadLetterCommand implements Runnable {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** Which of the two is missing. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say 'dlq list' or 'dlq replay'");
  }

  /** Lists letters. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists dead letters, oldest first in each partition; all filters have to hold.",
      footer = DeploymentOptions.ENVIRONMENT)
  int list(
      @Mixin Filters filters,
      @Option(names = "--json", description = "One JSON object a line, with the whole error.")
          boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    List<DeadLetter> letters = filters.on(found -> found.list(filters.filter()), List::isEmpty);
    letters.forEach(letter -> out.println(json ? json(letter) : line(letter)));
    if (letters.isEmpty() && !json) {
      out.println("no dead letters");
    }
    return 0;
  }

  /** Sends letters in again. */
  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      description = {
        "Sends dead letters to the topics that they came from: the same bytes, to the same"
            + " partition.",
        "A letter that was replayed is not replayed again, nor one whose topic keeps the last record"
            + " of each key and has got a later one since. All filters have to hold."
      },
      footer = DeploymentOptions.ENVIRONMENT)
  int replay(
      @Mixin Filters filters,
      @Option(names = "--all", description = "Replay all letters; needed if there is no filter.")
          boolean all,
      @Option(names = "--dry-run", description = "Only tell what would be replayed.")
          boolean dryRun) {
    LetterFilter filter = filters.filter();
    if (filter.isEmpty() && !all) {
      throw new ParameterException(
          spec.subcommands().get("replay"), "Say which letters to replay, by a filter, or --all");
    }
    Replay replay =
        filters.on(
            found -> dryRun ? found.plan(filter) : found.replay(filter),
            outcome -> outcome.letters().isEmpty() && outcome.leftOut().isEmpty());
    PrintWriter out = spec.commandLine().getOut();
    replay.letters().forEach(letter -> out.println(line(letter)));
    out.println((dryRun ? "would replay " : "replayed ") + replay.letters().size());
    new TreeMap<>(replay.leftOut()).forEach((why, count) -> out.println(leftOut(why, count)));
    return 0;
  }

  /** Why letters that the filters let through are not replayed. */
  static String leftOut(LeftOut why, int count) {
    return "left out %d: ".formatted(count)
        + switch (why) {
          case REPLAYED -> "replayed before";
          case INPUT ->
              "input that was on no topic; correct it where 'dlq list' says, and it is read again";
          case CUT ->
              "too large for a letter, which holds the beginning; the whole is where 'dlq list --json' says, as long as it is kept there";
          case SUPERSEDED ->
              "their topic has a later record of the same key, which the old one would undo";
          case UNREAD -> "their topic is gone, or the stream that reads it does not run";
        };
  }

  static String line(DeadLetter letter) {
    return "%s  %s  %s  %s%s%s"
        .formatted(
            letter.place(),
            letter.at(),
            shown(letter.input().orElseGet(letter::key)),
            shown(letter.error().lines().findFirst().orElse("")),
            letter
                .attempts()
                .filter(times -> times > 1)
                .map(" (%d attempts)"::formatted)
                .orElse(""),
            letter.replayed() ? "  (replayed)" : "");
  }

  /** A stranger's text may hold what a terminal obeys. */
  private static String shown(String text) {
    return CONTROL.matcher(text).replaceAll("\uFFFD");
  }

  private static String json(DeadLetter letter) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("topic", letter.place().topic());
    fields.put("partition", letter.place().partition());
    fields.put("offset", letter.place().offset());
    fields.put("at", letter.at().toString());
    fields.put("key", letter.key());
    letter.origin().ifPresent(origin -> fields.put("origin", origin));
    letter.originPartition().ifPresent(partition -> fields.put("originPartition", partition));
    letter.originOffset().ifPresent(offset -> fields.put("originOffset", offset));
    letter.input().ifPresent(input -> fields.put("input", input));
    fields.put("error", letter.error());
    letter.attempts().ifPresent(attempts -> fields.put("attempts", attempts));
    fields.put("replayed", letter.replayed());
    try {
      return new JsonMapper().writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and numbers are JSON", impossible);
    }
  }

  /** Where the letters are, and which are meant. */
  static final class Filters {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private DeploymentOptions.Broker broker;

    @Option(
        names = "--topic",
        paramLabel = "NAME",
        description = "The topic they came from, or their dead-letter topic.")
    private Optional<String> topic = Optional.empty();

    @Option(names = "--key", paramLabel = "KEY", description = "Their key, such as a paper's id.")
    private Optional<String> key = Optional.empty();

    @Option(
        names = "--error",
        paramLabel = "TEXT",
        description = "A part of the error's class or message.")
    private Optional<String> error = Optional.empty();

    @Option(
        names = "--since",
        paramLabel = "TIME",
        converter = TimeConverter.class,
        description = "Not older, such as 2026-11-23T08:00:00Z.")
    private Optional<Instant> since = Optional.empty();

    @Option(
        names = "--until",
        paramLabel = "TIME",
        converter = TimeConverter.class,
        description = "Older.")
    private Optional<Instant> until = Optional.empty();

    LetterFilter filter() {
      return new LetterFilter(topic, key, error, since, until);
    }

    /**
     * Works on them.
     *
     * @param nothing whether there are no letters at all, so that a topic may be misspelt
     */
    <T> T on(Function<DeadLetters, T> work, Predicate<T> nothing) {
      try {
        DeadLetters letters = new DeadLetters(broker.kafka(), broker.prefix());
        T found = work.apply(letters);
        if (nothing.test(found) && topic.filter(name -> !letters.hasTopic(name)).isPresent()) {
          throw new CommandFailure(
              "there is no topic '%s' at %s".formatted(topic.orElseThrow(), broker.servers()));
        }
        return found;
      } catch (KafkaException e) {
        throw new CommandFailure(
            "the dead letters at " + broker.servers() + ": " + DeploymentOptions.reason(e), e);
      }
    }
  }

  /** Reads times, and says how one is written instead of how reading it failed. */
  private static final class TimeConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("'" + text + "' is no time such as 2026-11-23T08:00:00Z");
      }
    }
  }
}
