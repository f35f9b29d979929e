package io.paperwire.ingest.identity;

import io.paperwire.text.markup.PlainText;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds the canonical id of a paper. */
public final class Identity {

  /** The longest id, in characters, that a paper may have. */
  public static final int MAX_CHARACTERS = 300;

  private static final Pattern OWN_SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:(?!//)\\S.*");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  private Identity() {}

  /** What an id turned out to be. */
  public sealed interface Outcome {}

  /**
   * The id names a paper.
   *
   * @param id the canonical id
   * @param sourceKey the id in the source's words, without version
   * @param version the version that the id carried
   */
  public record Named(CanonicalId id, String sourceKey, OptionalInt version) implements Outcome {}

  /**
   * The id can name no paper.
   *
   * @param reason what is wrong, in words for whoever wrote the id
   */
  public record Unusable(String reason) implements Outcome {}

  /**
   * Names a paper.
   *
   * @param source the source's name, the scheme of ids that have none
   * @param raw the id as the source words it
   */
  public static Outcome of(String source, String raw) {
    String id = raw.strip();
    Optional<Unusable> shapeless = shapeless(id);
    if (shapeless.isPresent()) {
      return shapeless.get();
    }
    Optional<Doi> doi = Doi.parse(id);
    String bare = doi.map(Doi::value).orElse(id);
    Optional<ArxivId> arxiv = ArxivId.parse(id).or(() -> ArxivId.parse(bare));
    if (arxiv.isPresent()) {
      return new Named(arxiv.get().canonical(), arxiv.get().key(), arxiv.get().version());
    }
    if (ArxivId.isClaimedBy(bare)) {
      return new Unusable("'" + id + "' is no arXiv id, such as arXiv:2401.01234");
    }
    if (doi.isPresent()) {
      return unversioned(doi.get().canonical(), doi.get().value());
    }
    if (Doi.isClaimedBy(id)) {
      return new Unusable("'" + id + "' is no DOI, such as doi:10.1234/abc");
    }
    return opaque(source, id);
  }

  /**
   * Names a paper of somebody's own file, where an id only has to tell papers apart: what looks
   * like an arXiv id or a DOI and is none names a paper too, and so does an id of any length. The
   * source's words are the id as it is given, to the last space.
   *
   * @param source the scheme of ids that have none
   * @param raw the id as it is given
   */
  public static Outcome ofOwn(String source, String raw) {
    String id = PlainText.oneLine(raw);
    if (id.isEmpty()) {
      return new Unusable("the id is empty");
    }
    if (CONTROL.matcher(id).find()) {
      return new Unusable("the id holds half a surrogate pair, which cannot be written again");
    }
    Named named = of(source, id) instanceof Named known ? known : opaque(source, id);
    return new Named(named.id(), raw, named.version());
  }

  /** What is wrong with an id whatever it names. */
  private static Optional<Unusable> shapeless(String id) {
    if (id.isEmpty()) {
      return Optional.of(new Unusable("the id is empty"));
    }
    if (id.length() > MAX_CHARACTERS) {
      return Optional.of(
          new Unusable("the id has " + id.length() + " characters, more than " + MAX_CHARACTERS));
    }
    return CONTROL.matcher(id).find()
        ? Optional.of(new Unusable("the id holds a control character"))
        : Optional.empty();
  }

  /** An id of which no more is known than that it tells papers apart. */
  private static Named opaque(String source, String id) {
    return OWN_SCHEME.matcher(id).matches()
        ? unversioned(new CanonicalId(id), id)
        : unversioned(new CanonicalId(source + ":" + id), id);
  }

  private static Named unversioned(CanonicalId id, String sourceKey) {
    return new Named(id, sourceKey, OptionalInt.empty());
  }
}
