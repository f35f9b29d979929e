package io.paperwire.notify.web.page;

import io.paperwire.interest.SyntaxError;

/**
 * What is wrong with a query, and where it stands.
 *
 * @param before the query up to the mistake
 * @param at the character that is wrong; empty at the end
 * @param after the rest
 * @param problem what is wrong
 * @param expected what would be right
 */
public record QueryMistake(
    String before, String at, String after, String problem, String expected) {

  static QueryMistake of(String query, SyntaxError error) {
    int from = Math.min(error.position(), query.length());
    int to = from < query.length() ? query.offsetByCodePoints(from, 1) : from;
    return new QueryMistake(
        query.substring(0, from),
        query.substring(from, to),
        query.substring(to),
        error.problem(),
        error.expected());
  }
}
