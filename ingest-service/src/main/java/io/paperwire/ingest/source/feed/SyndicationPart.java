package io.paperwire.ingest.source.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.paperwire.ingest.record.RawBytes;
import io.paperwire.ingest.source.Position;
import io.paperwire.ingest.source.Progress;
import io.paperwire.ingest.source.poll.Items;
import io.paperwire.ingest.source.poll.ListPosition;
import io.paperwire.ingest.source.poll.Part;
import io.paperwire.ingest.source.poll.Reading;
import io.paperwire.ingest.source.poll.Reading.Content;
import io.paperwire.ingest.upstream.Answer.Fetched;
import io.paperwire.ingest.upstream.Request;
import io.paperwire.ingest.upstream.Validators;
import io.paperwire.ingest.xml.HardenedXml;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdom2.JDOMException;

/**
 * One feed.
 *
 * @param url where it is
 * @param items understands its items
 * @param pollInterval how often it is asked
 * @param lookback how old an item may be at the first reading to be new
 */
record SyndicationPart(URI url, SyndicationItems items, Duration pollInterval, Duration lookback)
    implements Part {

  @Override
  public String name() {
    return url.toString();
  }

  @Override
  public Request request(Progress progress, Instant now) {
    Validators known =
        progress
            .of(name())
            .map(position -> Validators.of(position.attributes()))
            .orElseGet(Validators::none);
    return Request.of(url, Request.XML).unlessKnown(known);
  }

  @Override
  public Reading read(Request request, Fetched answer, Progress progress, Instant now) {
    List<SyndEntry> entries;
    try {
      entries = entries(answer.body());
    } catch (JDOMException | FeedException | IllegalArgumentException e) {
      return new Reading.Unreadable("no feed: " + e.getMessage());
    }
    ListPosition position =
        ListPosition.of(progress, name(), Optional.empty(), now.minus(lookback));
    Content content =
        Items.of(
            entries,
            request,
            entry -> Optional.ofNullable(entry.getUri()),
            entry -> items.paper(entry, position),
            SyndicationItems::bytes);
    Map<String, String> attributes =
        new HashMap<>(position.met(Items.newest(content, now), now).toPosition().attributes());
    attributes.putAll(answer.validators().attributes());
    return new Reading.Understood(
            entries.size() + " items",
            content,
            Map.of(name(), new Position(attributes)),
            pollInterval)
        .ofItems(entries.size());
  }

  /** ROME is given a document that was read safely; what is no feed it refuses. */
  private static List<SyndEntry> entries(RawBytes body) throws JDOMException, FeedException {
    SyndFeedInput input = new SyndFeedInput();
    return input.build(HardenedXml.parse(body)).getEntries();
  }

  @Override
  public Optional<Instant> newsAt(Progress progress) {
    return ListPosition.committed(progress, name()).flatMap(ListPosition::newsAt);
  }
}
