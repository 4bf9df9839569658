package emotiontransfer.speech;

import emotiontransfer.data.Keyword;

/** What a clip's log energies are relative to, so that its recording level matters or not. */
public enum LevelNormalization implements Keyword {
  /** Full scale: the paper's way; a louder recording has larger values. */
  NONE,
  /**
   * The clip's own level: the mean of its log energies, over all bands and all frames kept, is
   * subtracted.
   */
  CLIP;
}
