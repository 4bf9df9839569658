package emotiontransfer.alexnet;

/**
 * How well one pass over the training segments went.
 *
 * @param loss mean cross-entropy, each segment before the step it took part in, with dropout
 * @param accuracy share of segments that were right then
 */
public record EpochRecord(double loss, double accuracy) {}
