/**
 * The kinds of modules: linear as in the paper, and convolutions. Read {@link
 * emotiontransfer.pathnet.kind.LinearModule} first, then {@link
 * emotiontransfer.pathnet.kind.ConvolutionModule}.
 */
package emotiontransfer.pathnet.kind;
