package io.paperwire.notify.web.page;

import io.paperwire.interest.SyntaxError;

/**
 * What is wrong with a query, and where it stands.
 *
 * @param place the query, with the place
 * @param problem what is wrong
 * @param expected what would be right
 */
public record QueryMistake(MarkedText place, String problem, String expected) {

  static QueryMistake of(String query, SyntaxError error) {
    return new QueryMistake(
        MarkedText.of(query, error.position()), error.problem(), error.expected());
  }
}
