package emotiontransfer.pathnet.sequence;

import emotiontransfer.data.Keyword;

/** What the fitness of a pathway is measured on. */
public enum FitnessMeasure implements Keyword {
  /** The training data of its pass, each counted before the update that it takes part in. */
  TRAINING,
  /** Every fifth training subject, which then takes no part in training. */
  HOLDOUT;
}
