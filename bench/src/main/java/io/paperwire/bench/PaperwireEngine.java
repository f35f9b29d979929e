package io.paperwire.bench;

import io.paperwire.index.Filing;
import io.paperwire.index.InterestIndex;
import io.paperwire.index.Matcher;
import io.paperwire.index.Paper;
import io.paperwire.index.PaperReader;
import io.paperwire.interest.Expression;
import io.paperwire.topics.Vocabulary;
import java.util.List;
import java.util.function.IntConsumer;

/** The index of Paperwire, filled as a service does at its start, before it has seen a paper. */
final class PaperwireEngine implements Engine {

  private final PaperReader reader = new PaperReader(Vocabulary.load());
  private final InterestIndex index = new InterestIndex();

  @Override
  public String name() {
    return "paperwire";
  }

  @Override
  public void build(List<Expression> interests) {
    for (int i = 0; i < interests.size(); i++) {
      int number = filed(index.add(interests.get(i)));
      if (number != i) {
        throw new IllegalStateException("interest " + i + " got the number " + number);
      }
    }
  }

  /** Puts an interest in the place of another. */
  int change(int number, Expression interest) {
    return filed(index.change(number, interest));
  }

  @Override
  public Asking asking() {
    Matcher matcher = index.matcher();
    return new Asking() {
      @Override
      public void match(Paper paper, IntConsumer found) {
        matcher.match(reader.read(paper), found);
      }

      @Override
      public void close() {
        matcher.close();
      }
    };
  }

  @Override
  public void close() {}

  private static int filed(Filing filing) {
    return switch (filing) {
      case Filing.Filed(int number) -> number;
      case Filing.Refused(String reason) ->
          throw new IllegalStateException("an interest of the mix was refused: " + reason);
    };
  }
}
