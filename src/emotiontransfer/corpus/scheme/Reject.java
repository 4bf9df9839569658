package emotiontransfer.corpus.scheme;

/**
 * A file or folder that was not taken although it might have been expected.
 *
 * @param path below the corpus folder with {@code /} between folders, or as a CSV file gives it
 * @param kind of the obstacle
 * @param detail what is wrong with this path
 */
public record Reject(String path, Kind kind, String detail) {

  /** The kinds of obstacles, in the order in which they are reported. */
  public enum Kind {
    /** The system does not let us in. */
    UNREADABLE("cannot be read"),
    /** A symbolic link leads back to a folder above it. */
    LINK_LOOP("symbolic link into a folder above itself"),
    /** A symbolic link leads nowhere. */
    BROKEN_LINK("symbolic link to nothing"),
    /** The name has characters that the system's language setting cannot show. */
    CHARACTERS("name with characters outside the system's character set"),
    /** The name does not follow the scheme. */
    NAME("name outside the scheme"),
    /** The label means no known emotion. */
    EMOTION("unknown emotion"),
    /** Nobody knows who shows the emotion. */
    SUBJECT("no subject"),
    /** The same recording a second time. */
    COPY("copy of a clip already taken"),
    /** A row of the CSV file names no file. */
    MISSING("listed, but not there"),
    /** A row of the CSV file names a file that is no recording. */
    NO_MEDIA("listed, but no media file by its extension");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** Returns the words for people. */
    public String title() {
      return title;
    }
  }
}
