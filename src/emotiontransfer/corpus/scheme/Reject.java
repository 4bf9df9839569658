package emotiontransfer.corpus.scheme;

/**
 * A file or folder that was not taken although it might have been expected.
 *
 * @param path below the corpus folder with {@code /} between folders, or as a CSV file gives it
 * @param detail what is wrong with this path
 */
public record Reject(String path, Kind kind, String detail) implements NamingScheme.Result {

  /** The detail of files and folders that belong to somebody else. */
  public static final String LOCKED = "the system does not let us read it";

  /** The kinds of obstacles, in the order in which they are reported. */
  public enum Kind {
    UNREADABLE("cannot be read"),
    LINK_LOOP("symbolic link into a folder above itself"),
    BROKEN_LINK("symbolic link to nothing"),
    CHARACTERS("name with characters outside the system's character set"),
    NAME("name outside the scheme"),
    EMOTION("unknown emotion"),
    SUBJECT("no subject"),
    COPY("copy of a clip already taken"),
    MISSING("listed, but not there"),
    NO_MEDIA("listed, but no media file by its extension");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }
}
