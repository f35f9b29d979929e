package io.paperwire.notify.web.page;

import io.paperwire.notify.web.likes.Report;

/**
 * What stands in the forms of the page of examples: what was typed, if it was not taken. Read by
 * its template.
 *
 * @param description a description
 * @param papers names of papers, one a line
 * @param orcid an ORCID iD
 */
public record LikesForm(String description, String papers, String orcid) {

  static final LikesForm EMPTY = new LikesForm("", "", "");

  static LikesForm describing(String text, Report report) {
    return report.isIncomplete() ? new LikesForm(text, "", "") : EMPTY;
  }

  /** Papers that are still to be taken. */
  static LikesForm naming(String papers) {
    return new LikesForm("", papers, "");
  }

  /** Of named papers, those that were not found; all, if there is another problem. */
  static LikesForm naming(String typed, Report report) {
    return naming(report.problems().isEmpty() ? String.join("\n", report.notFound()) : typed);
  }

  static LikesForm by(String orcid, Report report) {
    return report.isIncomplete() ? new LikesForm("", "", orcid) : EMPTY;
  }
}
