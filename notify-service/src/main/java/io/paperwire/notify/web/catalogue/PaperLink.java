package io.paperwire.notify.web.catalogue;

/**
 * Something on the web that belongs to a paper.
 *
 * @param rel what it is: abstract, pdf, code, data, published, discussion, project
 * @param url an absolute http or https address
 */
public record PaperLink(String rel, String url) {}
