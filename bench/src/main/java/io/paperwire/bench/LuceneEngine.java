package io.paperwire.bench;

import io.paperwire.index.Paper;
import io.paperwire.interest.Clause;
import io.paperwire.interest.Expression;
import io.paperwire.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Lucene Monitor with its presearcher that filters by terms, all in memory. */
final class LuceneEngine implements Engine {

  private static final String FIELD = "f";
  private static final int BATCH = 10_000;

  private final LuceneTerms terms = new LuceneTerms();

  /** Never asked: papers come as terms. */
  private final Analyzer analyzer = new StandardAnalyzer();

  private final Monitor monitor;

  LuceneEngine() throws IOException {
    MonitorConfiguration settings = new MonitorConfiguration();
    settings.setQueryUpdateBufferSize(BATCH);
    monitor = new Monitor(analyzer, new TermFilteredPresearcher(), settings);
  }

  @Override
  public String name() {
    return "lucene-monitor";
  }

  @Override
  public void build(List<Expression> interests) throws IOException {
    List<MonitorQuery> batch = new ArrayList<>(BATCH);
    for (int i = 0; i < interests.size(); i++) {
      terms.want(interests.get(i));
      batch.add(new MonitorQuery(Integer.toString(i), query(interests.get(i))));
      if (batch.size() == BATCH || i == interests.size() - 1) {
        monitor.register(batch);
        batch.clear();
      }
    }
  }

  private static Query query(Expression interest) {
    return switch (interest) {
      case Expression.All(List<Expression> parts) -> {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Expression part : parts) {
          switch (part) {
            case Expression.Not(Expression ruledOut) -> all.add(query(ruledOut), Occur.MUST_NOT);
            case Expression.All _, Expression.Any _, Clause _ -> all.add(query(part), Occur.FILTER);
          }
        }
        yield all.build();
      }
      case Expression.Any(List<Expression> parts) -> {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        parts.forEach(part -> any.add(query(part), Occur.SHOULD));
        yield any.build();
      }
      case Expression.Not _ -> throw new IllegalArgumentException("NOT stands in an AND here");
      case Clause.Words(_, String text) -> words(LuceneTerms.phrases(text));
      case Clause clause -> term(LuceneTerms.term(clause));
    };
  }

  private static Query words(List<List<Phrase>> phrases) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (List<Phrase> ways : phrases) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      ways.forEach(way -> any.add(term(LuceneTerms.term(way)), Occur.SHOULD));
      all.add(
          ways.size() == 1 ? term(LuceneTerms.term(ways.getFirst())) : any.build(), Occur.FILTER);
    }
    return phrases.size() == 1 && phrases.getFirst().size() == 1
        ? term(LuceneTerms.term(phrases.getFirst().getFirst()))
        : all.build();
  }

  private static Query term(String term) {
    return new ConstantScoreQuery(new TermQuery(new Term(FIELD, term)));
  }

  /** Several threads may share it. */
  @Override
  public Asking asking() {
    return this::match;
  }

  private void match(Paper paper, IntConsumer found) throws IOException {
    Document document = new Document();
    document.add(new TextField(FIELD, new TermStream(terms.terms(paper))));
    MatchingQueries<QueryMatch> matches = monitor.match(document, QueryMatch.SIMPLE_MATCHER);
    for (QueryMatch match : matches.getMatches()) {
      found.accept(Integer.parseInt(match.getQueryId()));
    }
  }

  @Override
  public void close() throws IOException {
    monitor.close();
    analyzer.close();
  }

  /** Hands over terms as they are. */
  private static final class TermStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Iterator<String> terms;

    TermStream(Set<String> terms) {
      this.terms = terms.iterator();
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (!terms.hasNext()) {
        return false;
      }
      term.append(terms.next());
      return true;
    }
  }
}
