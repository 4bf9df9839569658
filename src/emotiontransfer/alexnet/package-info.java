/**
 * AlexNet on bags of segments, the baseline of the paper: the network and its training by
 * stochastic gradient descent, weights from elsewhere, and discriminant temporal pyramid matching
 * (Zhang et al., 2018). Read {@link emotiontransfer.alexnet.AlexNetTrainer} first, then {@link
 * emotiontransfer.alexnet.AlexNetModel} and {@link emotiontransfer.alexnet.TemporalPyramid}.
 */
package emotiontransfer.alexnet;
