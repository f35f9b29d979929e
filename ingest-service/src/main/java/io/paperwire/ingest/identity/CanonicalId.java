package io.paperwire.ingest.identity;

/**
 * The one name of a paper in all of Paperwire: {@code arxiv:2401.01234}, {@code doi:10.1234/abc},
 * or {@code <scheme>:<key>}.
 *
 * @param value scheme, colon, key
 */
public record CanonicalId(String value) {

  public CanonicalId {
    int colon = value.indexOf(':');
    if (colon < 1 || colon == value.length() - 1) {
      throw new IllegalArgumentException(
          "a canonical id is <scheme>:<key>, which '" + value + "' is not");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
