package emotiontransfer.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.lang3.StringUtils;

/**
 * Reads text files that people wrote or exported, within a limit: UTF-8 with or without byte order
 * mark, or UTF-16 as spreadsheets save it. The messages of its exceptions are clauses, such as "is
 * empty", for a sentence about the file.
 */
final class TextFile {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String ENCODING = "is not in UTF-8 or UTF-16; save it in UTF-8";

  private TextFile() {}

  /**
   * Reads a whole file.
   *
   * @param most bytes that it may have
   * @throws IOException if it has more, or is no text
   */
  static String read(Path file, int most) throws IOException {
    requireAtMost(most, Files.size(file));
    try {
      return text(Files.readString(file, charset(start(file, 2))));
    } catch (CharacterCodingException e) {
      throw new IOException(ENCODING, e);
    }
  }

  /** As {@link #read(Path, int)}, to the end of a stream. */
  static String read(InputStream in, int most) throws IOException {
    byte[] bytes = in.readNBytes(most + 1);
    requireAtMost(most, bytes.length);
    try {
      return text(charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new IOException(ENCODING, e);
    }
  }

  private static void requireAtMost(int most, long bytes) throws IOException {
    if (bytes > most) {
      throw new IOException("has more than %s bytes, which is too much".formatted(most));
    }
  }

  private static String text(String decoded) throws IOException {
    if (decoded.indexOf('\0') >= 0) {
      throw new IOException("is no text (it has zeros in it)");
    }
    return StringUtils.stripStart(decoded, BYTE_ORDER_MARK);
  }

  /** Returns the beginning of a file, with replacements for what is no text. */
  static String beginning(Path file, int bytes) throws IOException {
    byte[] start = start(file, bytes);
    return StringUtils.stripStart(new String(start, charset(start)), BYTE_ORDER_MARK);
  }

  private static byte[] start(Path file, int bytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(bytes);
    }
  }

  /** Finds UTF-16 by its byte order mark, or by the zeros beside its first letters. */
  private static Charset charset(byte[] start) {
    int first = start.length < 2 ? 1 : start[0];
    int second = start.length < 2 ? 1 : start[1];
    if (first == (byte) 0xFF && second == (byte) 0xFE || first != 0 && second == 0) {
      return StandardCharsets.UTF_16LE;
    }
    boolean bigEndian = first == (byte) 0xFE && second == (byte) 0xFF || first == 0 && second != 0;
    return bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }
}
