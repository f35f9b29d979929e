package io.paperwire.notify.web.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads the text of a file that somebody has uploaded, in whichever of the usual encodings. */
final class UploadedText {

  /** What older programs on Windows write; each byte is a character of it. */
  private static final Charset OLD = Charset.forName("windows-1252");

  private UploadedText() {}

  /** The text: by its byte order mark, else as UTF-8, else as what older programs write. */
  static String of(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException older) {
      return new String(bytes, OLD);
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1
        && Byte.toUnsignedInt(bytes[0]) == first
        && Byte.toUnsignedInt(bytes[1]) == second;
  }
}
