/**
 * PathNet: genotypes and their tournament, the module grid, the network of a pathway and its
 * trainer, transfer from frozen pathways, and the model file (paper, section 3.3).
 */
package emotiontransfer.pathnet;
