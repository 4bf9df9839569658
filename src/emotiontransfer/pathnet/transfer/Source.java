package emotiontransfer.pathnet.transfer;

import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.Pathway;

/**
 * What an evolution takes over from an earlier one.
 *
 * @param grid parameters of its modules, not to be changed
 * @param head of its task, which only counts for the seed ({@link LineageSeed})
 * @param active modules that compute its predictions
 */
public record Source(ModuleGrid grid, Head head, Pathway active) {}
