/**
 * What an evolution takes over from source models, and what it does with it. Read {@link
 * emotiontransfer.pathnet.transfer.SourceMerge} first.
 */
package emotiontransfer.pathnet.transfer;
