package io.paperwire.ingest.source.pubmed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.xml.XmlElement;
import io.paperwire.ingest.xml.XmlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a fetch of articles is answered with. */
sealed interface ArticleSet {

  /** What no event holds, and is most of the bytes. */
  Set<String> OMITTED =
      Set.of("ReferenceList", "GrantList", "ChemicalList", "OtherAbstract", "CoiStatement");

  /** An article, as opposed to a book, and whatever is deleted. */
  String ARTICLE = "PubmedArticle";

  /** The bytes of an article in the answer. */
  Pattern BYTES = Pattern.compile("<PubmedArticle[\\s>].*?</PubmedArticle>", Pattern.DOTALL);

  /**
   * Articles.
   *
   * @param articles in their order
   */
  record Articles(List<XmlElement> articles) implements ArticleSet {
    public Articles {
      articles = List.copyOf(articles);
    }
  }

  /**
   * An error.
   *
   * @param message PubMed's words
   */
  record Failure(String message) implements ArticleSet {}

  /**
   * Nothing that can be used.
   *
   * @param reason why
   */
  record Unreadable(String reason) implements ArticleSet {}

  /** Understands an answer whole or not at all. */
  static ArticleSet parse(RawBytes answer) {
    try {
      XMLStreamReader xml = XmlStream.open(answer);
      try {
        return read(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      return new Unreadable("no complete XML: " + XmlStream.firstLine(e));
    }
  }

  private static ArticleSet read(XMLStreamReader xml) throws XMLStreamException {
    XmlStream.root(xml);
    String root = xml.getLocalName();
    if (root.equals("eFetchResult")) {
      return new Failure(XmlStream.text(xml));
    }
    if (!root.equals("PubmedArticleSet")) {
      return new Unreadable("no set of articles, but <" + root + ">");
    }
    List<XmlElement> articles = new ArrayList<>();
    while (XmlStream.nextChild(xml)) {
      if (xml.getLocalName().equals(ARTICLE)) {
        articles.add(XmlElement.read(xml, OMITTED));
      } else {
        XmlStream.skip(xml);
      }
    }
    XmlStream.finish(xml);
    return new Articles(articles);
  }

  /** The bytes of an article, by its index; the whole answer where they cannot be found. */
  static RawBytes bytes(RawBytes answer, int index) {
    return BYTES
        .matcher(new String(answer.copy(Integer.MAX_VALUE), UTF_8))
        .results()
        .skip(index)
        .findFirst()
        .map(article -> RawBytes.of(article.group().getBytes(UTF_8)))
        .orElse(answer);
  }
}
