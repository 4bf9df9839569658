/**
 * Layers of networks, forward and backward, and the softmax cross-entropy on top. Read {@link
 * emotiontransfer.layers.FullyConnected} first, then {@link emotiontransfer.layers.Convolution}.
 */
package emotiontransfer.layers;
