package io.paperwire.ingest.state;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key of the state topic. */
public sealed interface StateKey {

  /** The source whose state it is. */
  String source();

  /** The key as it is written. */
  String text();

  /** How far a part of a source has been read. */
  record PositionKey(String source, String part) implements StateKey {
    @Override
    public String text() {
      return source + "#" + part;
    }
  }

  /** What a source said of a paper. */
  record PaperKey(String source, String paperId) implements StateKey {
    @Override
    public String text() {
      return source + "|" + paperId;
    }
  }

  /** A signal that was counted. */
  record SignalKey(String source, long fingerprint) implements StateKey {
    @Override
    public String text() {
      return source + "~" + HexFormat.of().toHexDigits(fingerprint);
    }
  }

  /** A sign of life of who reads a source. */
  record LeaseKey(String source) implements StateKey {
    @Override
    public String text() {
      return source + "!";
    }
  }

  /** Reads a key; empty if it is none. */
  static Optional<StateKey> parse(String text) {
    Matcher matcher = Syntax.KEY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String source = matcher.group(1);
    String rest = matcher.group(3);
    return switch (matcher.group(2)) {
      case "#" -> Optional.of(new PositionKey(source, rest));
      case "|" -> Optional.of(new PaperKey(source, rest));
      case "~" -> Optional.of(new SignalKey(source, HexFormat.fromHexDigitsToLong(rest)));
      default -> Optional.of(new LeaseKey(source));
    };
  }

  /** How keys are written. */
  final class Syntax {
    private static final Pattern KEY = Pattern.compile("([a-z0-9-]+)([#|~!])(.*)", Pattern.DOTALL);

    private Syntax() {}
  }
}
