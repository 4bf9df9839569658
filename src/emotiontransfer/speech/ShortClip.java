package emotiontransfer.speech;

import emotiontransfer.data.Keyword;

/** How a clip with fewer frames than a segment is read. */
public enum ShortClip implements Keyword {
  /** Its last frame, deltas included, is repeated until a segment is full. */
  REPEAT,
  /** It yields no segment. */
  DROP,
  /** It starts again from its first frame until a segment is full. */
  LOOP;
}
