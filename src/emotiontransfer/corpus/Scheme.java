package emotiontransfer.corpus;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The naming schemes that can be asked for, and the wish to find the scheme by the names. */
public enum Scheme {
  /** The scheme is found by the names. */
  AUTO("auto", "found by the names"),
  /** Berlin Database of Emotional Speech. */
  EMODB("emodb", "EMO-DB", new EmoDb()),
  /** Surrey Audio-Visual Expressed Emotion. */
  SAVEE("savee", "SAVEE", new Savee()),
  /** eNTERFACE'05 audio-visual emotion database. */
  ENTERFACE("enterface", "eNTERFACE'05", new Enterface05()),
  /** Ryerson Audio-Visual Database of Emotional Speech and Song. */
  RAVDESS("ravdess", "RAVDESS", new Ravdess()),
  /** Crowd-sourced Emotional Multimodal Actors Dataset. */
  CREMA_D("crema-d", "CREMA-D", new CremaD()),
  /** Toronto emotional speech set. */
  TESS("tess", "TESS", new Tess()),
  /** Folders named after subjects and emotions. */
  FOLDERS("folders", "folders named after subjects and emotions", new EmotionFolders()),
  /** A CSV file that lists file, subject and emotion. */
  CSV("csv", "CSV file with the columns file, subject, emotion");

  private final String id;
  private final String title;
  private final NamingScheme naming;

  Scheme(String id, String title) {
    this(id, title, null);
  }

  Scheme(String id, String title, NamingScheme naming) {
    this.id = id;
    this.title = title;
    this.naming = naming;
  }

  /** Returns the word that the option {@code -scheme} takes; it also stands before subjects. */
  public String id() {
    return id;
  }

  /** Returns the name for people. */
  public String title() {
    return title;
  }

  /** Returns how names are read; empty for {@link #AUTO} and {@link #CSV}. */
  public Optional<NamingScheme> naming() {
    return Optional.ofNullable(naming);
  }

  /** Returns whether the scheme belongs to one published corpus. */
  public boolean isOfOneCorpus() {
    return naming != null && this != FOLDERS;
  }

  /**
   * Reads the word of an option.
   *
   * @param id for example {@code crema-d}
   * @throws IllegalArgumentException if no scheme has this name
   */
  public static Scheme fromId(String id) {
    for (Scheme scheme : values()) {
      if (scheme.id.equals(id)) {
        return scheme;
      }
    }
    throw new IllegalArgumentException(
        "scheme must be one of "
            + Arrays.stream(values()).map(Scheme::id).collect(Collectors.joining(", "))
            + ", but is '"
            + id
            + "'");
  }
}
