/**
 * Training on the frames of whole clips: random crops of a clip and their augmentation. Read {@link
 * emotiontransfer.pathnet.sequence.Augmentation} first.
 */
package emotiontransfer.pathnet.sequence;
