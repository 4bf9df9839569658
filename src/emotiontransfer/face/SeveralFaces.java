package emotiontransfer.face;

/** Which location several faces in a frame give. */
public enum SeveralFaces {
  /** That of the previous frame, as in the paper. */
  PREVIOUS,
  /** That of the face nearest to the previous location. */
  NEAREST
}
