package io.paperwire.provisioning;

import java.util.List;

/** How a schema of the catalogue stands to what its registry holds. */
public sealed interface SchemaOutcome {

  /** The registry's subject. */
  String subject();

  /** The schema has been registered now. */
  record Registered(String subject, int id) implements SchemaOutcome {}

  /** The registry holds the very schema. */
  record Present(String subject) implements SchemaOutcome {}

  /** The registry holds earlier versions, and the schema is compatible with all of them. */
  record Compatible(String subject) implements SchemaOutcome {}

  /** The registry does not know the subject. */
  record Missing(String subject) implements SchemaOutcome {}

  /**
   * The schema is not compatible with what the registry holds.
   *
   * @param reasons the registry's reasons, for people
   */
  record Incompatible(String subject, List<String> reasons) implements SchemaOutcome {
    public Incompatible {
      reasons = List.copyOf(reasons);
    }
  }
}
