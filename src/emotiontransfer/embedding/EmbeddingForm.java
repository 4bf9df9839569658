package emotiontransfer.embedding;

import emotiontransfer.data.Keyword;

/** What a clip becomes. */
public enum EmbeddingForm implements Keyword {
  /** A vector where the model gives one for a clip, else a sequence. */
  AUTO,
  /** Numbers: the mean over the frames where there are several. */
  VECTOR,
  /** A bag whose rows are frames. */
  SEQUENCE;
}
