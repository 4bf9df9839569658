package emotiontransfer.weka.preset;

import emotiontransfer.data.Keyword;

/** Options of PathNetClassifier that belong together. */
public enum Preset implements Keyword {
  /** As in the paper. */
  PAPER(
      "-pool mean -L 3 -M 20 -H 20 -N 4 -module linear -width 5,3,3 -dilation 1,2,3 -P 20 -G 200"
          + " -evolution tournament -learning-rate 0.02 -mini-batch 64 -standardize attribute"
          + " -skip-statistics no -optimizer sgd -weight-decay 0 -schedule constant -dropout 0"
          + " -label-smoothing 0 -augmentation none -ensemble 1"),
  /** What recognises emotions best from speech that MelDeltaSpectrogram made (doc/results.md). */
  SPEECH(
      "-pool statistics -L 3 -M 4 -H 64 -N 1 -module conv -width 5,3,3 -dilation 1,2,3 -P 10 -G 24"
          + " -evolution fixed -learning-rate 0.003 -mini-batch 32 -standardize attribute"
          + " -skip-statistics yes -optimizer adamw -weight-decay 0.02 -schedule cosine -dropout"
          + " 0.4 -label-smoothing 0.1 -augmentation crop=100-260,band-mask=9,band-shift=2"
          + " -ensemble 1"),
  /** The same for faces that FaceCrop made; not yet compared on a corpus (doc/results.md). */
  FACES(
      "-pool statistics -L 3 -M 4 -H 32 -N 1 -module conv2d,conv2d,linear -width 5,3,3 -dilation"
          + " 1,2,3 -P 10 -G 24 -evolution fixed -learning-rate 0.003 -mini-batch 8 -standardize"
          + " channel -skip-statistics no -optimizer adamw -weight-decay 0.02 -schedule cosine"
          + " -dropout 0.4 -label-smoothing 0.1 -augmentation crop=2-6,mirror=1,pixel-shift=3"
          + " -ensemble 1");

  private final String options;

  Preset(String options) {
    this.options = options;
  }

  /** Returns what the preset stands for. */
  public String options() {
    return options;
  }
}
