package io.paperwire.ingest.source.arxivapi;

/** Makes answers as arXiv's API writes them, of papers that do not exist. */
public final class QueryPages {

  private QueryPages() {}

  /** A page of some entries out of a total. */
  public static String page(int total, String... entries) {
    return """
    <?xml version='1.0' encoding='UTF-8'?>
    <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"
     xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
    <title>arXiv Query</title><opensearch:totalResults>%d</opensearch:totalResults>%s</feed>
    """
        .formatted(total, String.join("", entries));
  }

  /** An entry of a versioned id. */
  public static String entry(String id, String published, String updated) {
    return """
    <entry><id>http://arxiv.org/abs/%s</id><title>Poincar\\'e
      in two lines</title><published>%s</published><updated>%s</updated>
    <summary>Some text.</summary><category term="math.ST"/><category term="math.CO"/>
    <arxiv:primary_category term="math.CO"/><arxiv:comment>8 pages</arxiv:comment>
    <arxiv:doi>10.1234/ABC</arxiv:doi><author><name>Ada Lovelace</name>
    <arxiv:affiliation>Univ. of X</arxiv:affiliation></author></entry>
    """
        .formatted(id, published, updated);
  }
}
