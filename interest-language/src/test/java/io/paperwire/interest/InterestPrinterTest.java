package io.paperwire.interest;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.interest.Clause.Contribution;
import io.paperwire.interest.Clause.Kind;
import io.paperwire.interest.Clause.Scope;
import io.paperwire.interest.Expression.All;
import io.paperwire.interest.Expression.Any;
import io.paperwire.interest.Expression.Not;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InterestPrinterTest {

  private static final InterestParser PARSER = InterestParser.ofAnyTopic();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diffusion",
        "\"graph neural network\" AND cat:cs.* AND NOT survey",
        "ti:a AND ab:\"b c\" OR NOT (x OR \"trending\")",
        "NOT NOT \"OR\"",
        "au:\"M\u00FCller, J.\" OR au:0000-0002-1825-0097",
        "topic:llm>=0.29 AND source:arxiv AND kind:cross-listed AND code:yes AND trending",
        "\"C++\" OR \"#\u5B57\"",
        "source:\"or\" OR topic:\"and\" OR topic:or>=0.5",
        "cat:\"cell biology\" OR cat:hep-th.* OR cat:\"OR\" OR cat:\"-a\"",
      })
  void shouldPrintAsItIsWritten(String text) {
    assertThat(InterestPrinter.print(understood(text))).isEqualTo(text);
  }

  @Test
  void shouldPutBracketsAroundWhatIsInside() {
    assertThat(InterestPrinter.print(understood("a b OR c -(d e)")))
        .isEqualTo("a AND b OR c AND NOT (d AND e)");
    assertThat(InterestPrinter.print(understood("(a b) c OR (d OR e)")))
        .isEqualTo("(a AND b) AND c OR (d OR e)");
  }

  @Test
  void shouldNestNoDeeperThanWhatWasRead() {
    String deepest =
        IntStream.range(0, Limits.DEEPEST).mapToObj(i -> "a (b OR ").collect(Collectors.joining())
            + "c"
            + ")".repeat(Limits.DEEPEST);
    Expression expression = understood(deepest);

    assertThat(understood(InterestPrinter.print(expression))).isEqualTo(expression);
  }

  @Property(tries = 5_000)
  void shouldBeReadAsTheSameExpression(@ForAll("expressions") Expression expression) {
    assertThat(understood(InterestPrinter.print(expression))).isEqualTo(expression);
  }

  @Provide
  Arbitrary<Expression> expressions() {
    return expressions(4);
  }

  private static Arbitrary<Expression> expressions(int depth) {
    Arbitrary<Expression> clause = clauses().map(made -> made);
    if (depth == 0) {
      return clause;
    }
    Arbitrary<Expression> below = Arbitraries.lazy(() -> expressions(depth - 1));
    Arbitrary<List<Expression>> several = below.list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.frequencyOf(
        Tuple.of(3, clause),
        Tuple.of(1, several.map(All::new)),
        Tuple.of(1, several.map(Any::new)),
        Tuple.of(1, below.map(Not::new)));
  }

  private static Arbitrary<Clause> clauses() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars(
                "abcXYZ019-.:,()/+*|!\u2013\u00AB \u00FC\u5B57\u201D\uFF08\uFF09\uFF1A\uFF0D\uFF02\u202A")
            .alpha()
            .ofMinLength(1)
            .ofMaxLength(30)
            .map(String::strip)
            .filter(made -> made.chars().anyMatch(Character::isLetter));
    Arbitrary<String> keyword = Arbitraries.of("AND", "or", "Not", "trending", "code:yes", "-a");
    Arbitrary<String> id =
        Arbitraries.oneOf(
            Arbitraries.strings().withChars("abz09").ofMinLength(1).ofMaxLength(8),
            Arbitraries.of("and", "or", "not", "trending"));
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(Scope.values()), Arbitraries.oneOf(text, keyword))
            .as(Clause.Words::new),
        text.map(Clause.Author::new),
        Arbitraries.just(new Clause.Orcid("0000-0002-1694-233X")),
        Combinators.combine(id, id).as((a, b) -> new Clause.Category(a + "." + b)),
        Arbitraries.oneOf(text, keyword)
            .filter(made -> !made.endsWith(".*")) // would ask for an archive
            .map(Clause::inCategory),
        id.map(Clause.Archive::new),
        Combinators.combine(id, Arbitraries.integers().between(0, 100)).as(Clause.Topic::new),
        id.map(Clause.Source::new),
        Arbitraries.of(Kind.values()).map(Clause.Happened::new),
        Arbitraries.of(Contribution.values()).map(Clause.Contributes::new),
        Arbitraries.of(new Clause.HasCode(), new Clause.Trending()));
  }

  private static Expression understood(String text) {
    return switch (PARSER.parse(text)) {
      case Reading.Understood(Expression expression) -> expression;
      case Reading.Refused(SyntaxError error) -> throw new AssertionError(error.describe(text));
    };
  }
}
