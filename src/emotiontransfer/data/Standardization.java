package emotiontransfer.data;

/** Over which values a mean and a standard deviation are taken. */
public enum Standardization implements Keyword {
  /** Over all segments, for each input by itself. */
  ATTRIBUTE,
  /** Over all segments and all inputs of a channel. */
  CHANNEL,
  /** Values stay as they are; only missing ones are replaced by their input's mean. */
  NONE;

  /** Returns the word that options use. */
  @Override
  public String toString() {
    return keyword();
  }
}
