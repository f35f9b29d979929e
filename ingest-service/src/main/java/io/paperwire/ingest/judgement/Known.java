package io.paperwire.ingest.judgement;

/**
 * What one source is known to have said of one paper.
 *
 * @param version the highest version seen, or the one that was named last where papers are handed
 *     in; 0 where there are no versions
 * @param meaning what was said last
 * @param announced whether the paper was announced, and not only met as a revision or cross-listing
 */
public record Known(int version, Meaning meaning, boolean announced) {

  /** Versions above this are remembered as this. */
  public static final int MAX_VERSION = 0xFFFF;

  /** Category counts above this are remembered as this. */
  public static final int MAX_CATEGORY_COUNT = 0xFF;

  public Known {
    if (version < 0 || version > MAX_VERSION) {
      throw new IllegalArgumentException("version " + version + " is not in 0.." + MAX_VERSION);
    }
  }
}
