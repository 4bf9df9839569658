/**
 * Samples and frames out of any file that FFmpeg reads. Read {@link
 * emotiontransfer.media.MediaStream} first, then {@link emotiontransfer.media.AudioDecoder} and
 * {@link emotiontransfer.media.FrameSampling}.
 */
package emotiontransfer.media;
