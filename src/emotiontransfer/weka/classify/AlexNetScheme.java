package emotiontransfer.weka.classify;

import emotiontransfer.alexnet.TrainedAlexNet;

/** A scheme that trains an AlexNet, as FineTunedAlexNet does. */
public interface AlexNetScheme {

  /**
   * Returns what was learned.
   *
   * @throws IllegalStateException if the scheme is not trained
   */
  TrainedAlexNet model();
}
