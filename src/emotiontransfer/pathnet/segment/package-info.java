/**
 * Networks of single segments, as in the paper (section 3.3.1): layers, head, and the network of a
 * pathway. Read {@link emotiontransfer.pathnet.segment.PathwayNetwork} first.
 */
package emotiontransfer.pathnet.segment;
