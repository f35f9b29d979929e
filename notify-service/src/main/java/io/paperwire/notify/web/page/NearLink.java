package io.paperwire.notify.web.page;

import io.paperwire.notify.mail.render.CleanText;
import io.paperwire.notify.web.catalogue.HeldPaper;
import io.paperwire.notify.web.catalogue.PaperAddresses;

/**
 * A link to a paper that is like the one on the page. Read by its template.
 *
 * @param title never empty
 * @param page path of its page
 */
public record NearLink(String title, String page) {

  static NearLink of(HeldPaper paper) {
    String title = CleanText.line(paper.title());
    return new NearLink(
        title.isEmpty() ? paper.paperId() : title, PaperAddresses.page(paper.paperId()));
  }
}
