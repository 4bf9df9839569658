package emotiontransfer.speech;

/** What becomes of a clip with fewer frames than a segment. */
public enum ShortClip {
  /** Its last frame, deltas included, is repeated until a segment is full. */
  REPEAT,
  /** It yields no segment. */
  DROP,
  /** It starts again from its first frame until a segment is full. */
  LOOP
}
