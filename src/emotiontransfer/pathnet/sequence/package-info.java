/**
 * Networks of sequences of frames, which see whole clips, and their training. Read {@link
 * emotiontransfer.pathnet.sequence.SequenceTrainer} first, then {@link
 * emotiontransfer.pathnet.sequence.SequenceNetwork} and {@link
 * emotiontransfer.pathnet.sequence.ModuleConvolution}.
 */
package emotiontransfer.pathnet.sequence;
