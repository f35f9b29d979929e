package io.paperwire.embedding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads the word pieces out of a tokenizer file ({@code tokenizer.json} of Hugging Face). */
final class VocabularyReader {

  private VocabularyReader() {}

  /**
   * The number of each piece.
   *
   * @throws IllegalArgumentException if the file has no {@code model.vocab}
   */
  static Map<String, Integer> read(byte[] tokenizer) throws IOException {
    var pieces = new HashMap<String, Integer>();
    try (JsonParser parser = new JsonFactory().createParser(tokenizer)) {
      parser.nextToken();
      if (find(parser, "model") && find(parser, "vocab")) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          pieces.put(parser.currentName(), parser.nextIntValue(-1));
        }
      }
    }
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("Not a tokenizer file: it has no model.vocab");
    }
    return pieces;
  }

  /**
   * Goes to the value of a field of the object that the parser stands at; false if there is none.
   */
  private static boolean find(JsonParser parser, String field) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals(field);
      parser.nextToken();
      if (found) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }
}
