/**
 * Kinds of modules, the module grid, the head, and the network of a pathway (paper, section 3.3.1).
 * Read {@link emotiontransfer.pathnet.network.ModuleKind} first, then {@link
 * emotiontransfer.pathnet.network.ModuleGrid} and {@link
 * emotiontransfer.pathnet.network.PathwayNetwork}.
 */
package emotiontransfer.pathnet.network;
