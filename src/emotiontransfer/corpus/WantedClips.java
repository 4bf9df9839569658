package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.Keyword;
import java.util.List;

/** What clips are wanted for, and the kinds of files they can be taken from. */
public enum WantedClips implements Keyword {
  ANY(Modality.AUDIO, Modality.VIDEO, Modality.IMAGE),
  /** Sound, also that of videos. */
  AUDIO(Modality.AUDIO, Modality.VIDEO),
  VIDEO(Modality.VIDEO),
  IMAGE(Modality.IMAGE);

  private final List<Modality> kinds;

  WantedClips(Modality... kinds) {
    this.kinds = List.of(kinds);
  }

  List<Modality> kinds() {
    return kinds;
  }

  @Override
  public String toString() {
    return keyword();
  }
}
