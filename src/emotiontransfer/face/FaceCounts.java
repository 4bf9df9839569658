package emotiontransfer.face;

/**
 * What was found in the frames of a clip.
 *
 * @param frames frames read
 * @param detected frames whose face gave the location
 * @param without frames without a face
 * @param several frames with several faces, of which none gave the location
 */
record FaceCounts(int frames, int detected, int without, int several) {

  @Override
  public String toString() {
    return String.format(
        "frames: %d read, %d detected, %d fallen back (%d without a face, %d with several)",
        frames, detected, without + several, without, several);
  }
}
