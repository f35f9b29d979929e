package io.paperwire.ingest.source.pubmed;

import java.util.List;
import java.util.stream.Collectors;

/** Answers of PubMed, made up. */
public final class PubmedAnswers {

  private PubmedAnswers() {}

  /** A search that found some ids out of a count. */
  public static String found(int count, String... ids) {
    String list =
        List.of(ids).stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
    return """
    {"header":{"type":"esearch","version":"0.3"},"esearchresult":{"count":"%d","retmax":"%d",
    "retstart":"0","idlist":[%s],"querytranslation":"x"}}
    """
        .formatted(count, ids.length, list);
  }

  /** A set of articles, behind a document type as PubMed names it. */
  public static String articles(String... articles) {
    return """
    <?xml version="1.0" ?>
    <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN"
     "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">
    <PubmedArticleSet>%s</PubmedArticleSet>
    """
        .formatted(String.join("\n", articles));
  }

  /** An article that was entered on a day, in a journal of a later one. */
  public static String article(String pmid, String doi, String entered) {
    return article(pmid, doi, entered, "");
  }

  /** The same of a further publication type. */
  public static String article(String pmid, String doi, String entered, String type) {
    String[] day = entered.split("-", -1);
    return """
    <PubmedArticle><MedlineCitation Status="Publisher" Owner="NLM"><PMID Version="1">%s</PMID>
    <Article PubModel="Electronic"><Journal><JournalIssue CitedMedium="Internet"><Volume>16</Volume>
    <Issue>1</Issue><PubDate><Year>2031</Year><Month>Jun</Month></PubDate></JournalIssue>
    <Title>Journal of tests</Title><ISOAbbreviation>J Test</ISOAbbreviation></Journal>
    <ArticleTitle>Uptake of <sup>99m</sup>Tc in H<sub>2</sub>O, p &lt; 0.1.</ArticleTitle>
    <Pagination><MedlinePgn>92-7</MedlinePgn></Pagination>
    <ELocationID EIdType="doi" ValidYN="Y">%s</ELocationID>
    <Abstract><AbstractText Label="BACKGROUND">Poincar&#xe9; <i>et al.</i></AbstractText>
    <AbstractText Label="RESULTS">2&#xa0;h.</AbstractText></Abstract>
    <AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Roe</LastName>
    <ForeName>Ana Mar&#xed;a</ForeName><Initials>AM</Initials><AffiliationInfo>
    <Affiliation>Institute (Dept. A, B), Essen.</Affiliation></AffiliationInfo></Author>
    <Author ValidYN="N"><LastName>Rho</LastName></Author>
    <Author ValidYN="Y"><CollectiveName>The Test Group</CollectiveName></Author></AuthorList>
    <PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>
    <PublicationType>%s</PublicationType></PublicationTypeList></Article><MeshHeadingList>
    <MeshHeading><DescriptorName>Water</DescriptorName></MeshHeading></MeshHeadingList>
    </MedlineCitation><PubmedData><History><PubMedPubDate PubStatus="entrez"><Year>%s</Year>
    <Month>%s</Month><Day>%s</Day></PubMedPubDate></History><ArticleIdList>
    <ArticleId IdType="pubmed">%s</ArticleId></ArticleIdList><ReferenceList><Reference><Citation>x
    </Citation><ArticleIdList><ArticleId IdType="doi">10.9999/other</ArticleId></ArticleIdList>
    </Reference></ReferenceList></PubmedData></PubmedArticle>
    """
        .formatted(pmid, doi, type, day[0], day[1], day[2], pmid);
  }
}
