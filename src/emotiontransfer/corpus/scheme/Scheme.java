package emotiontransfer.corpus.scheme;

import emotiontransfer.data.Keyword;
import java.util.Optional;

/** The naming schemes that can be asked for; their keywords also stand before subjects. */
public enum Scheme implements Keyword {
  /** The scheme is found by the names. */
  AUTO("found by the names"),
  /** Berlin Database of Emotional Speech. */
  EMODB("EMO-DB", new EmoDb()),
  /** Surrey Audio-Visual Expressed Emotion. */
  SAVEE("SAVEE", new Savee()),
  /** eNTERFACE'05 audio-visual emotion database. */
  ENTERFACE("eNTERFACE'05", new Enterface05()),
  /** Ryerson Audio-Visual Database of Emotional Speech and Song. */
  RAVDESS("RAVDESS", new Ravdess()),
  /** Crowd-sourced Emotional Multimodal Actors Dataset. */
  CREMA_D("CREMA-D", new CremaD()),
  /** Toronto emotional speech set. */
  TESS("TESS", new Tess()),
  /** Folders named after subjects and emotions. */
  FOLDERS("folders named after subjects and emotions", new EmotionFolders()),
  /** A CSV file that lists file, subject and emotion. */
  CSV("CSV file with the columns file, subject, emotion");

  private final String title;
  private final NamingScheme naming;

  Scheme(String title) {
    this(title, null);
  }

  Scheme(String title, NamingScheme naming) {
    this.title = title;
    this.naming = naming;
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

  @Override
  public String toString() {
    return keyword();
  }
}
