/**
 * What networks consist of, whatever their modules compute: kinds of modules, the module grid, the
 * head, and pathways (paper, section 3.3.1). Read {@link
 * emotiontransfer.pathnet.network.ModuleKind} first, then {@link
 * emotiontransfer.pathnet.network.ModuleGrid}.
 */
package emotiontransfer.pathnet.network;
