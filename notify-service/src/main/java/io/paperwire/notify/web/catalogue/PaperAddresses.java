package io.paperwire.notify.web.catalogue;

import io.paperwire.notify.paper.IdPaths;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The paths of papers. */
public final class PaperAddresses {

  private static final String PAPERS = "/papers/";

  private PaperAddresses() {}

  /** The path of a paper's page. */
  public static String page(String paperId) {
    return PAPERS + IdPaths.encoded(paperId);
  }

  /**
   * The id in the address of a request to {@link #page}, or to the API's path that ends alike: all
   * that follows, slashes at the end included. A plus sign is one, and no space.
   *
   * @param asRouted what the router takes for the id: it has lost plus signs and the last slash
   * @param request the address that was asked for
   */
  public static String id(String asRouted, URI request) {
    String path = request.getRawPath();
    int start = path.indexOf(PAPERS);
    return start < 0
        ? asRouted
        : URLDecoder.decode(
            path.substring(start + PAPERS.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
