/**
 * Log-mel segments with deltas out of speech (section 3.2 of Nguyen et al., "Meta Transfer Learning
 * for Emotion Recognition"). Read {@link emotiontransfer.speech.SpeechSegments} first, then {@link
 * emotiontransfer.speech.LogMelFrames}, {@link emotiontransfer.speech.MelFilterBank} and {@link
 * emotiontransfer.speech.Deltas}.
 */
package emotiontransfer.speech;
