package emotiontransfer.face;

import emotiontransfer.data.Keyword;

/** How the frames of a clip before the first face is found are treated. */
public enum BeforeFirst implements Keyword {
  /** They are cropped where the first face is found later. */
  LATER,
  /** They are left out. */
  DROP;

  @Override
  public String toString() {
    return keyword();
  }
}
