/**
 * Trains the network of a pathway by gradient descent, in the primal or the dual form of its first
 * layer. Read {@link emotiontransfer.pathnet.training.PathwayTrainer} first, then {@link
 * emotiontransfer.pathnet.training.FirstLayer}.
 */
package emotiontransfer.pathnet.training;
