/**
 * AlexNet on bags of segments, the rival that the paper compares PathNet with: the network and its
 * training by stochastic gradient descent, weights from elsewhere, and discriminant temporal
 * pyramid matching (Zhang et al., 2018).
 */
package emotiontransfer.alexnet;
