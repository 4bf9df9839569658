/**
 * Layers of networks, forward and backward, and the softmax cross-entropy on top. Read {@link
 * emotiontransfer.layers.DenseStack} first, then {@link emotiontransfer.layers.Convolution}.
 */
package emotiontransfer.layers;
