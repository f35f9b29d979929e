package io.paperwire.ingest.format;

import io.paperwire.ingest.record.Fault;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8. */
public final class Utf8 {

  private Utf8() {}

  /** Decodes; refuses bytes that are no UTF-8, and NUL, which no text holds. */
  public static Parsed<String> decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      return Parsed.invalid(
          Fault.INVALID_UTF8,
          "byte %d (0x%02X) is no UTF-8: save the text as UTF-8"
              .formatted(in.position() + 1, bytes[in.position()]));
    }
    String text = out.flip().toString();
    int nul = text.indexOf('\0');
    return nul < 0
        ? Parsed.valid(text)
        : Parsed.invalid(
            Fault.INVALID_UTF8, "character " + (nul + 1) + " is NUL, which no text holds");
  }
}
