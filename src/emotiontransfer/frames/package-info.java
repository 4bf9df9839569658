/**
 * Frames of clips as rows of matrices, and what is computed of them without any learning: moments,
 * pooling, augmentation. Read {@link emotiontransfer.frames.FrameSequences} first, then {@link
 * emotiontransfer.frames.FrameRows}.
 */
package emotiontransfer.frames;
