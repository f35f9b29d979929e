package io.paperwire.ingest.submission;

import io.paperwire.ingest.format.JsonText;
import io.paperwire.ingest.format.JsonValue;
import io.paperwire.ingest.format.JsonValue.JsonArray;
import io.paperwire.ingest.format.Parsed;
import io.paperwire.ingest.format.Utf8;
import io.paperwire.ingest.record.Fault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Takes the body of a request apart into its items. */
final class RequestBody {

  /**
   * The most items of one request; each is answered by itself, which takes more than to send it.
   */
  static final int MAX_ITEMS = 50_000;

  private RequestBody() {}

  /**
   * One item.
   *
   * @param place its place, from 1
   * @param json what it holds
   */
  record Item(int place, Parsed<JsonValue> json) {}

  /** The items of a JSON text: those of an array, or the one object. */
  static Parsed<List<Item>> json(byte[] body) {
    return Utf8.decode(body)
        .then(JsonText::parse)
        .then(value -> value instanceof JsonArray(var values) ? items(values) : single(value));
  }

  private static Parsed<List<Item>> single(JsonValue value) {
    return Parsed.valid(List.of(new Item(1, Parsed.valid(value))));
  }

  private static Parsed<List<Item>> items(List<JsonValue> values) {
    if (values.isEmpty()) {
      return Parsed.invalid(Fault.WRONG_VALUE, "the array is empty");
    }
    if (values.size() > MAX_ITEMS) {
      return tooMany();
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      items.add(new Item(i + 1, Parsed.valid(values.get(i))));
    }
    return Parsed.valid(items);
  }

  /** The items of newline-delimited JSON; blank lines do not count. */
  static Parsed<List<Item>> lines(byte[] body) {
    return Utf8.decode(body).then(RequestBody::lines);
  }

  private static Parsed<List<Item>> lines(String text) {
    List<Item> items = new ArrayList<>();
    int place = 0;
    for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
      String line = lines.next();
      place++;
      if (line.isBlank()) {
        continue;
      }
      if (items.size() == MAX_ITEMS) {
        return tooMany();
      }
      items.add(new Item(place, JsonText.parse(line)));
    }
    return items.isEmpty()
        ? Parsed.invalid(Fault.MALFORMED_JSON, "there is no JSON value")
        : Parsed.valid(items);
  }

  private static Parsed<List<Item>> tooMany() {
    return Parsed.invalid(
        Fault.TOO_LARGE,
        "the request has more than " + MAX_ITEMS + " items: send them in several requests");
  }
}
