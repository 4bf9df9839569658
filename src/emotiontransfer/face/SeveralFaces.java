package emotiontransfer.face;

import emotiontransfer.data.Keyword;

/** Which location several faces in a frame give. */
public enum SeveralFaces implements Keyword {
  /** That of the previous frame, as in the paper. */
  PREVIOUS,
  /** That of the face nearest to the previous location. */
  NEAREST;

  @Override
  public String toString() {
    return keyword();
  }
}
