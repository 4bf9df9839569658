/**
 * Segments and training sets, their standardisation, and where they came from. Read {@link
 * emotiontransfer.data.SegmentBlock} first, then {@link emotiontransfer.data.FrameLayout}, {@link
 * emotiontransfer.data.TrainingSet} and {@link emotiontransfer.data.Scaling}.
 */
package emotiontransfer.data;
