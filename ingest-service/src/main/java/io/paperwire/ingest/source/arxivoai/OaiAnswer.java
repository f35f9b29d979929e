package io.paperwire.ingest.source.arxivoai;

import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an answer of an OAI-PMH server is (Open Archives Initiative, protocol version 2.0). */
sealed interface OaiAnswer {

  /**
   * A page of a list.
   *
   * @param responseDate when it was answered, as the server words it
   * @param records in their order
   * @param token how to ask for the next page; empty at the end of the list
   */
  record Page(String responseDate, List<Entry> records, Optional<String> token)
      implements OaiAnswer {

    public Page {
      records = List.copyOf(records);
    }
  }

  /**
   * An error (section 3.6).
   *
   * @param responseDate when it was answered
   * @param code such as {@code badResumptionToken}
   * @param message the server's words
   */
  record Failure(String responseDate, String code, String message) implements OaiAnswer {}

  /**
   * No answer of such a server; nothing of it can be used.
   *
   * @param reason why
   */
  record Unreadable(String reason) implements OaiAnswer {}

  /**
   * A record of a list.
   *
   * @param identifier such as {@code oai:arXiv.org:2401.01234}
   * @param stamp day of the record's last change, as the server words it
   * @param deleted whether the server tells that the record is gone
   * @param fields text of the metadata's elements, by name; of a repeated element the first
   * @param versions the paper's versions, in the server's order
   * @param authors where the format tells them apart
   */
  record Entry(
      String identifier,
      String stamp,
      boolean deleted,
      Map<String, String> fields,
      List<Version> versions,
      List<RecordedAuthor> authors) {

    public Entry {
      fields = Map.copyOf(fields);
      versions = List.copyOf(versions);
      authors = List.copyOf(authors);
    }

    /** The text of an element; empty where it is missing. */
    String field(String name) {
      return Optional.ofNullable(fields.get(name)).orElse("");
    }
  }

  /**
   * A version of a paper.
   *
   * @param name such as {@code v2}
   * @param date as the server words it (RFC 1123)
   */
  record Version(String name, String date) {}
}
