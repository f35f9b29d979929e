package io.paperwire.notify.web.page;

import io.paperwire.notify.paper.IdPaths;

/**
 * A topic that can be followed.
 *
 * @param id the topic's id in the vocabulary
 * @param label its name for readers
 */
public record TopicLink(String id, String label) {

  /** Path of the topic's page. */
  public String page() {
    return "/topics/" + IdPaths.encoded(id);
  }
}
