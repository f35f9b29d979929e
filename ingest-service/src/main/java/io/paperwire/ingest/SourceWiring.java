package io.paperwire.ingest;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.paperwire.ingest.config.ArxivApiConfiguration;
import io.paperwire.ingest.config.ArxivConfiguration;
import io.paperwire.ingest.config.ArxivFeedConfiguration;
import io.paperwire.ingest.config.ArxivOaiConfiguration;
import io.paperwire.ingest.config.BiorxivConfiguration;
import io.paperwire.ingest.config.CrossrefConfiguration;
import io.paperwire.ingest.config.FeedsConfiguration;
import io.paperwire.ingest.config.FilesConfiguration;
import io.paperwire.ingest.config.HuggingFaceConfiguration;
import io.paperwire.ingest.config.LimitsConfiguration;
import io.paperwire.ingest.config.OpenAlexConfiguration;
import io.paperwire.ingest.config.PubmedConfiguration;
import io.paperwire.ingest.config.SemanticScholarConfiguration;
import io.paperwire.ingest.source.Source;
import io.paperwire.ingest.source.arxivapi.ArxivApiSource;
import io.paperwire.ingest.source.arxivfeed.ArxivFeedSource;
import io.paperwire.ingest.source.arxivoai.ArxivOaiSource;
import io.paperwire.ingest.source.biorxiv.BiorxivSource;
import io.paperwire.ingest.source.crossref.CrossrefSource;
import io.paperwire.ingest.source.feed.FeedsSource;
import io.paperwire.ingest.source.file.FileSource;
import io.paperwire.ingest.source.huggingface.HuggingFaceSource;
import io.paperwire.ingest.source.openalex.OpenAlexSource;
import io.paperwire.ingest.source.poll.Equipment;
import io.paperwire.ingest.source.pubmed.PubmedSource;
import io.paperwire.ingest.source.semanticscholar.SemanticScholarSource;
import io.paperwire.ingest.upstream.Upstreams;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The sources that are switched on. */
@Factory
final class SourceWiring {

  @Singleton
  @Requires(beans = FilesConfiguration.class)
  Source files(FilesConfiguration files, LimitsConfiguration limits, InstantSource clock) {
    return new FileSource(files, limits.limits(), clock);
  }

  @Singleton
  Equipment equipment(LimitsConfiguration limits, Upstreams upstreams, InstantSource clock) {
    return new Equipment(limits.limits(), upstreams, clock);
  }

  @Singleton
  @Requires(beans = ArxivFeedConfiguration.class)
  Source arxivFeed(ArxivFeedConfiguration feed, ArxivConfiguration arxiv, Equipment equipment) {
    return ArxivFeedSource.of(feed, arxiv, equipment);
  }

  @Singleton
  @Requires(beans = ArxivOaiConfiguration.class)
  Source arxivOai(ArxivOaiConfiguration oai, ArxivConfiguration arxiv, Equipment equipment) {
    return ArxivOaiSource.of(oai, arxiv, equipment);
  }

  @Singleton
  @Requires(beans = HuggingFaceConfiguration.class)
  Source huggingFace(HuggingFaceConfiguration huggingFace, Equipment equipment) {
    return HuggingFaceSource.of(huggingFace, equipment);
  }

  @Singleton
  @Requires(beans = BiorxivConfiguration.class)
  Source biorxiv(BiorxivConfiguration biorxiv, Equipment equipment) {
    return BiorxivSource.of(biorxiv, equipment);
  }

  @Singleton
  @Requires(beans = OpenAlexConfiguration.class)
  Source openAlex(OpenAlexConfiguration openAlex, Equipment equipment) {
    return OpenAlexSource.of(openAlex, equipment);
  }

  @Singleton
  @Requires(beans = CrossrefConfiguration.class)
  Source crossref(CrossrefConfiguration crossref, Equipment equipment) {
    return CrossrefSource.of(crossref, equipment);
  }

  @Singleton
  @Requires(beans = PubmedConfiguration.class)
  Source pubmed(PubmedConfiguration pubmed, Equipment equipment) {
    return PubmedSource.of(pubmed, equipment);
  }

  @Singleton
  @Requires(beans = SemanticScholarConfiguration.class)
  Source semanticScholar(SemanticScholarConfiguration semanticScholar, Equipment equipment) {
    return SemanticScholarSource.of(semanticScholar, equipment);
  }

  @Singleton
  @Requires(beans = FeedsConfiguration.class)
  Source feeds(FeedsConfiguration feeds, Equipment equipment) {
    return FeedsSource.of(feeds, equipment);
  }

  @Singleton
  @Requires(beans = ArxivApiConfiguration.class)
  Source arxivApi(ArxivApiConfiguration api, ArxivConfiguration arxiv, Equipment equipment) {
    return ArxivApiSource.of(api, arxiv, equipment);
  }
}
