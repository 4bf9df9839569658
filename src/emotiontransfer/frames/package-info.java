/**
 * Frames of clips, one behind the other, and what is computed of them without any learning:
 * moments, products of convolutions, pooling, augmentation. Read {@link
 * emotiontransfer.frames.FrameSequences} first, then {@link emotiontransfer.frames.FrameLine}.
 */
package emotiontransfer.frames;
