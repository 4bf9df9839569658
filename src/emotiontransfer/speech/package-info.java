/**
 * Log-mel segments with deltas out of speech: resampling, spectrogram, mel bands, regression
 * deltas, segments (section 3.1 of Nguyen et al., "Meta Transfer Learning for Emotion
 * Recognition").
 */
package emotiontransfer.speech;
