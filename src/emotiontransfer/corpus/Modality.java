package emotiontransfer.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file holds, judged by its extension; each is a format that FFmpeg reads. */
public enum Modality {
  /** Sound. The uncompressed formats stand first: of two copies the first format is taken. */
  AUDIO(
      "wav", "wave", "flac", "aif", "aiff", "aifc", "au", "snd", "w64", "caf", "sph", "nist", "m4a",
      "aac", "ogg", "oga", "opus", "mp3", "wma", "amr", "ac3"),
  /** Moving pictures, with or without sound. */
  VIDEO(
      "avi", "mp4", "m4v", "mov", "mkv", "webm", "mpg", "mpeg", "flv", "wmv", "3gp", "mts", "m2ts",
      "ogv", "vob", "gif"),
  /** One still picture. */
  IMAGE("png", "bmp", "tif", "tiff", "pgm", "ppm", "jpg", "jpeg", "webp");

  private final List<String> extensions;

  Modality(String... extensions) {
    this.extensions = List.of(extensions);
  }

  /** Returns the word that options use: {@code audio}, {@code video} or {@code image}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the extensions without dot, in lower case, the preferred ones first. */
  public List<String> extensions() {
    return extensions;
  }

  /**
   * Tells what a file holds.
   *
   * @param extension without dot, in any case
   * @return empty where the extension is that of no known media format
   */
  public static Optional<Modality> ofExtension(String extension) {
    String lower = extension.toLowerCase(Locale.ROOT);
    for (Modality modality : values()) {
      if (modality.extensions.contains(lower)) {
        return Optional.of(modality);
      }
    }
    return Optional.empty();
  }

  /**
   * Reads the word of an option.
   *
   * @param word {@code audio}, {@code video} or {@code image}
   * @throws IllegalArgumentException if it is another word
   */
  public static Modality fromWord(String word) {
    for (Modality modality : values()) {
      if (modality.word().equals(word)) {
        return modality;
      }
    }
    throw new IllegalArgumentException(
        "modality must be audio, video or image, but is '" + word + "'");
  }
}
