package emotiontransfer.corpus.scheme;

import emotiontransfer.data.Keyword;
import java.util.List;

/**
 * What a file holds, judged by its extension; each is a format that FFmpeg reads. A GIF picture may
 * move, so that it can be taken for a video and for an image.
 */
public enum Modality implements Keyword {
  /** Sound. The uncompressed formats stand first: of two copies the first format is taken. */
  AUDIO(
      "wav", "wave", "flac", "aif", "aiff", "aifc", "au", "snd", "w64", "caf", "sph", "nist", "m4a",
      "aac", "ogg", "oga", "opus", "mp3", "wma", "amr", "ac3"),
  /** Moving pictures, with or without sound. */
  VIDEO(
      "avi", "mp4", "m4v", "mov", "mkv", "webm", "mpg", "mpeg", "flv", "wmv", "3gp", "mts", "m2ts",
      "ogv", "vob", "gif"),
  /** One still picture. */
  IMAGE("png", "bmp", "tif", "tiff", "pgm", "ppm", "jpg", "jpeg", "webp", "gif");

  private final List<String> extensions;

  Modality(String... extensions) {
    this.extensions = List.of(extensions);
  }

  /** Returns the extensions without dot, in lower case, the preferred ones first. */
  public List<String> extensions() {
    return extensions;
  }
}
