package emotiontransfer.pathnet.transfer;

import emotiontransfer.data.Keyword;

/** How much a frozen module counts in the mean over the active modules of its layer. */
public enum SourceWeight implements Keyword {
  /** As much as any other. */
  MEAN,
  /** By a factor that is trained, from one on, and never negative. */
  LEARNED;
}
