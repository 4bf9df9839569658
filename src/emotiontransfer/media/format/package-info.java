/**
 * Uncompressed sound, without FFmpeg. Read {@link emotiontransfer.media.format.SampleSource} first,
 * then {@link emotiontransfer.media.format.WaveFile} and {@link
 * emotiontransfer.media.format.MonoMix}.
 */
package emotiontransfer.media.format;
