package io.paperwire.tagging.link;

/**
 * A link of a paper.
 *
 * @param rel what it leads to: abstract, pdf, code, data, published, discussion, project
 * @param url absolute http or https address
 */
public record PaperLink(String rel, String url) {

  static final String CODE = "code";

  /** Whether it leads to code that one can read. */
  public boolean isCode() {
    return rel.equals(CODE);
  }
}
