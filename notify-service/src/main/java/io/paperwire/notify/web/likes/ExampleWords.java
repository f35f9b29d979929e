package io.paperwire.notify.web.likes;

import io.paperwire.likeness.Corpus;
import io.paperwire.likeness.LearntTerms;
import io.paperwire.likeness.PaperText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What a subscriber's examples say in words, those that they like and those that they do not.
 *
 * @param liked of the likes
 * @param disliked of the dislikes
 */
public record ExampleWords(LearntTerms liked, LearntTerms disliked) {

  /** Nothing is learnt of no examples. */
  public static final ExampleWords NONE = new ExampleWords(LearntTerms.NONE, LearntTerms.NONE);

  /** The text of an example. */
  private record Told(boolean liked, PaperText text) {}

  /**
   * Reads a subscriber's examples: papers with what the catalogue has of them, texts as they are.
   *
   * @param background tells how common words are in other papers; asked for only if there are
   *     examples
   */
  public static ExampleWords of(Handle handle, UUID subscriberId, Supplier<Corpus> background) {
    List<PaperText> likes = new ArrayList<>();
    List<PaperText> dislikes = new ArrayList<>();
    for (Told example : read(handle, subscriberId)) {
      (example.liked() ? likes : dislikes).add(example.text());
    }
    if (likes.isEmpty() && dislikes.isEmpty()) {
      return NONE;
    }
    Corpus others = background.get();
    return new ExampleWords(LearntTerms.of(others, likes), LearntTerms.of(others, dislikes));
  }

  private static List<Told> read(Handle handle, UUID subscriberId) {
    return handle
        .createQuery(
            "select e.liked, coalesce(e.text, p.title, e.title) as title,"
                + " coalesce(p.abstract_text, '') as abstract from examples e"
                + " left join papers p on p.paper_id = e.paper_id where e.subscriber_id = :id"
                + " order by e.example_id")
        .bind("id", subscriberId)
        .map(
            (row, _) ->
                new Told(
                    row.getBoolean("liked"),
                    new PaperText(
                        "", row.getString("title"), row.getString("abstract"), List.of())))
        .list();
  }
}
