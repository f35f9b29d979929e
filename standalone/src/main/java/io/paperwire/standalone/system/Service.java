package io.paperwire.standalone.system;

/** The services of Paperwire, in the order of the flow. */
public enum Service {
  /** Turns what sources say into events. */
  INGEST("ingest-service"),
  /** Merges and tags papers. */
  ENRICH("enrich-service"),
  /** Web, match and deliver in one process. */
  NOTIFY("notify-service");

  private final String artifact;

  Service(String artifact) {
    this.artifact = artifact;
  }

  /** Name of the service's module and jar. */
  public String artifact() {
    return artifact;
  }
}
