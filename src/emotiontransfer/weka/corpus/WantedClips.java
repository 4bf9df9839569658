package emotiontransfer.weka.corpus;

import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.Keyword;
import java.util.Optional;

/** The clips that a loader can be asked for: those of a {@link Modality}, or any. */
public enum WantedClips implements Keyword {
  ANY,
  AUDIO,
  VIDEO,
  IMAGE;

  /** Returns the modality, empty for any. */
  public Optional<Modality> modality() {
    return CorpusFile.parseModality(keyword());
  }

  @Override
  public String toString() {
    return keyword();
  }
}
