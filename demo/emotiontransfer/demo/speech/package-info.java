/**
 * Two small corpora of emotional speech in invented languages: the demonstration's sound. Read
 * {@link emotiontransfer.demo.speech.SyntheticCorpus} first, then {@link
 * emotiontransfer.demo.speech.Prosody}, {@link emotiontransfer.demo.speech.FormantSynthesizer} and
 * {@link emotiontransfer.demo.speech.VocalTract}.
 */
package emotiontransfer.demo.speech;
