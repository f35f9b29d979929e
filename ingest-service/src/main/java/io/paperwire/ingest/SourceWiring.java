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
  @Requires(beans = ArxivFeedConfiguration.class)
  Source arxivFeed(
      ArxivFeedConfiguration feed,
      ArxivConfiguration arxiv,
      LimitsConfiguration limits,
      Upstreams upstreams,
      InstantSource clock) {
    return ArxivFeedSource.of(feed, arxiv, limits.limits(), upstreams, clock);
  }

  @Singleton
  @Requires(beans = ArxivOaiConfiguration.class)
  Source arxivOai(
      ArxivOaiConfiguration oai,
      ArxivConfiguration arxiv,
      LimitsConfiguration limits,
      Upstreams upstreams,
      InstantSource clock) {
    return ArxivOaiSource.of(oai, arxiv, limits.limits(), upstreams, clock);
  }

  @Singleton
  @Requires(beans = HuggingFaceConfiguration.class)
  Source huggingFace(
      HuggingFaceConfiguration huggingFace,
      LimitsConfiguration limits,
      Upstreams upstreams,
      InstantSource clock) {
    return HuggingFaceSource.of(huggingFace, limits.limits(), upstreams, clock);
  }

  @Singleton
  @Requires(beans = BiorxivConfiguration.class)
  Source biorxiv(
      BiorxivConfiguration biorxiv,
      LimitsConfiguration limits,
      Upstreams upstreams,
      InstantSource clock) {
    return BiorxivSource.of(biorxiv, limits.limits(), upstreams, clock);
  }

  @Singleton
  @Requires(beans = OpenAlexConfiguration.class)
  Source openAlex(
      OpenAlexConfiguration openAlex,
      LimitsConfiguration limits,
      Upstreams upstreams,
      InstantSource clock) {
    return OpenAlexSource.of(openAlex, limits.limits(), upstreams, clock);
  }

  @Singleton
  @Requires(beans = CrossrefConfiguration.class)
  Source crossref(
      CrossrefConfiguration crossref,
      LimitsConfiguration limits,
      Upstreams upstreams,
      InstantSource clock) {
    return CrossrefSource.of(crossref, limits.limits(), upstreams, clock);
  }

  @Singleton
  @Requires(beans = PubmedConfiguration.class)
  Source pubmed(
      PubmedConfiguration pubmed,
      LimitsConfiguration limits,
      Upstreams upstreams,
      InstantSource clock) {
    return PubmedSource.of(pubmed, limits.limits(), upstreams, clock);
  }

  @Singleton
  @Requires(beans = SemanticScholarConfiguration.class)
  Source semanticScholar(
      SemanticScholarConfiguration semanticScholar, Upstreams upstreams, InstantSource clock) {
    return SemanticScholarSource.of(semanticScholar, upstreams, clock);
  }

  @Singleton
  @Requires(beans = FeedsConfiguration.class)
  Source feeds(
      FeedsConfiguration feeds,
      LimitsConfiguration limits,
      Upstreams upstreams,
      InstantSource clock) {
    return FeedsSource.of(feeds, limits.limits(), upstreams, clock);
  }

  @Singleton
  @Requires(beans = ArxivApiConfiguration.class)
  Source arxivApi(
      ArxivApiConfiguration api,
      ArxivConfiguration arxiv,
      LimitsConfiguration limits,
      Upstreams upstreams,
      InstantSource clock) {
    return ArxivApiSource.of(api, arxiv, limits.limits(), upstreams, clock);
  }
}
