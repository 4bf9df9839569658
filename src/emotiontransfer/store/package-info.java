/**
 * Decoded clips in a folder that all processes share, as NumPy arrays which are mapped into memory.
 * Read {@link emotiontransfer.store.StoredClips} first, then {@link
 * emotiontransfer.store.SegmentStore}, {@link emotiontransfer.store.Entry}, {@link
 * emotiontransfer.store.ArrayLayout} and {@link emotiontransfer.store.StoredSegments}.
 */
package emotiontransfer.store;
