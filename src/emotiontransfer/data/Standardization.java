package emotiontransfer.data;

/** Over which values a mean and a standard deviation are taken. */
public enum Standardization implements Keyword {
  /** Over all segments, for each input by itself. */
  ATTRIBUTE,
  /** Over all segments and all inputs of a channel. */
  CHANNEL,
  /** Over nothing: values stay, and missing ones become their input's mean. */
  NONE;
}
