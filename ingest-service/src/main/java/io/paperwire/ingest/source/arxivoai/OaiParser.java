package io.paperwire.ingest.source.arxivoai;

import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.record.SourceRecord.RecordedAuthor;
import io.paperwire.ingest.source.arxivoai.OaiAnswer.Entry;
import io.paperwire.ingest.source.arxivoai.OaiAnswer.Version;
import io.paperwire.ingest.xml.XmlStream;
import io.paperwire.text.markup.LatexText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an answer as a stream. Pure: bytes in, answer out. */
final class OaiParser {

  private final XMLStreamReader xml;
  private final List<Entry> records = new ArrayList<>();
  private String responseDate = "";
  private Optional<String> token = Optional.empty();
  private Optional<OaiAnswer> failure = Optional.empty();
  private boolean isList;

  private OaiParser(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** Understands an answer whole or not at all. */
  static OaiAnswer parse(RawBytes answer) {
    try {
      XMLStreamReader xml = XmlStream.open(answer);
      try {
        return new OaiParser(xml).read();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      return new OaiAnswer.Unreadable("no complete XML: " + XmlStream.firstLine(e));
    }
  }

  private OaiAnswer read() throws XMLStreamException {
    xml.nextTag();
    if (!xml.getLocalName().equals("OAI-PMH")) {
      return new OaiAnswer.Unreadable("no OAI-PMH, but <" + xml.getLocalName() + ">");
    }
    while (XmlStream.nextChild(xml)) {
      switch (xml.getLocalName()) {
        case "responseDate" -> responseDate = XmlStream.text(xml);
        case "error" -> readError();
        case "ListRecords", "GetRecord" -> readList();
        default -> XmlStream.skip(xml);
      }
    }
    XmlStream.finish(xml);
    if (failure.isPresent()) {
      return failure.get();
    }
    return isList
        ? new OaiAnswer.Page(responseDate, records, token)
        : new OaiAnswer.Unreadable("neither a list of records nor an error");
  }

  private void readError() throws XMLStreamException {
    String code = XmlStream.attribute(xml, "code").orElse("");
    failure = Optional.of(new OaiAnswer.Failure(responseDate, code, XmlStream.text(xml)));
  }

  private void readList() throws XMLStreamException {
    isList = true;
    while (XmlStream.nextChild(xml)) {
      switch (xml.getLocalName()) {
        case "record" -> readRecord();
        case "resumptionToken" ->
            token = Optional.of(XmlStream.text(xml)).filter(text -> !text.isEmpty());
        default -> XmlStream.skip(xml);
      }
    }
  }

  private void readRecord() throws XMLStreamException {
    Map<String, String> header = Map.of();
    boolean deleted = false;
    Map<String, String> fields = new HashMap<>();
    List<Version> versions = new ArrayList<>();
    List<RecordedAuthor> authors = new ArrayList<>();
    while (XmlStream.nextChild(xml)) {
      switch (xml.getLocalName()) {
        case "header" -> {
          deleted = XmlStream.attribute(xml, "status").filter("deleted"::equals).isPresent();
          header = readHeader();
        }
        case "metadata" -> readMetadata(fields, versions, authors);
        default -> XmlStream.skip(xml);
      }
    }
    records.add(
        new Entry(
            header.getOrDefault("identifier", ""),
            header.getOrDefault("datestamp", ""),
            deleted,
            fields,
            versions,
            authors));
  }

  private Map<String, String> readHeader() throws XMLStreamException {
    Map<String, String> header = new HashMap<>();
    while (XmlStream.nextChild(xml)) {
      header.putIfAbsent(xml.getLocalName(), XmlStream.text(xml));
    }
    return header;
  }

  private void readMetadata(
      Map<String, String> fields, List<Version> versions, List<RecordedAuthor> authors)
      throws XMLStreamException {
    while (XmlStream.nextChild(xml)) {
      boolean isStructured = xml.getLocalName().equals("arXiv");
      while (XmlStream.nextChild(xml)) {
        String name = xml.getLocalName();
        if (name.equals("version")) {
          versions.add(readVersion());
        } else if (isStructured && name.equals("authors")) {
          while (XmlStream.nextChild(xml)) {
            readAuthor().ifPresent(authors::add);
          }
        } else {
          fields.putIfAbsent(name, XmlStream.text(xml));
        }
      }
    }
  }

  private Version readVersion() throws XMLStreamException {
    String name = XmlStream.attribute(xml, "version").orElse("");
    String date = "";
    while (XmlStream.nextChild(xml)) {
      if (xml.getLocalName().equals("date")) {
        date = XmlStream.text(xml);
      } else {
        XmlStream.skip(xml);
      }
    }
    return new Version(name, date);
  }

  private Optional<RecordedAuthor> readAuthor() throws XMLStreamException {
    Map<String, String> parts = new HashMap<>();
    List<String> affiliations = new ArrayList<>();
    while (XmlStream.nextChild(xml)) {
      String name = xml.getLocalName();
      String words = LatexText.toUnicode(XmlStream.text(xml));
      if (name.equals("affiliation")) {
        affiliations.add(words);
      } else {
        parts.put(name, words);
      }
    }
    String person =
        Stream.of("forenames", "keyname", "suffix")
            .flatMap(part -> Optional.ofNullable(parts.get(part)).stream())
            .collect(Collectors.joining(" "));
    Optional<String> affiliation =
        Optional.of(String.join("; ", affiliations)).filter(words -> !words.isEmpty());
    return Optional.of(person)
        .filter(words -> !words.isBlank())
        .map(words -> new RecordedAuthor(words, affiliation));
  }
}
