/**
 * Samples and frames out of any file that FFmpeg reads, and the memory that the segments of one
 * clip share.
 */
package emotiontransfer.media;
