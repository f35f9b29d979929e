package io.paperwire.schemas.catalogue;

import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that Paperwire's generated records may be made from a schema's name. Since 1.12.2 Avro
 * refuses every class that is not trusted by name.
 */
public final class TrustedRecords {

  private static final String ROOT_PACKAGE = "io.paperwire.";

  private TrustedRecords() {}

  /** Trusts Avro records and enums of Paperwire's packages, beside what Avro trusts by itself. */
  public static void trust() {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.DEFAULT,
            type ->
                type.getName().startsWith(ROOT_PACKAGE)
                    && (SpecificRecord.class.isAssignableFrom(type) || type.isEnum())));
  }
}
