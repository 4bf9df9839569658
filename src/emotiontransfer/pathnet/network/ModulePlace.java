package emotiontransfer.pathnet.network;

import emotiontransfer.frames.Extent;

/**
 * Where a module stands in the grid; all modules of a layer share it.
 *
 * @param layer from 0
 * @param input layout of what goes in: the segment, or the mean of the layer below
 * @param output layout of what comes out, with one bias for each channel
 */
public record ModulePlace(int layer, Extent input, Extent output) {}
