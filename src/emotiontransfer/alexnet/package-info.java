/**
 * AlexNet on bags of segments, the baseline of the paper: the network and its training by
 * stochastic gradient descent, weights from elsewhere, and discriminant temporal pyramid matching
 * (Zhang et al., 2018).
 */
package emotiontransfer.alexnet;
