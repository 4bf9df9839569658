package emotiontransfer.face;

/** What becomes of the frames of a clip before the first face is found. */
public enum BeforeFirst {
  /** They are cropped where the first face is found later. */
  LATER,
  /** They are left out. */
  DROP
}
