/**
 * The window "Emotion corpus...": a folder and how to read it, what is in it, a preview of its
 * clips, corpus files, and the way into the Explorer. Read {@link
 * emotiontransfer.weka.gui.corpus.CorpusWindow} first, then {@link
 * emotiontransfer.weka.gui.corpus.CorpusForm}, {@link emotiontransfer.weka.gui.corpus.CorpusTabs}
 * and {@link emotiontransfer.weka.gui.corpus.Preview}.
 */
package emotiontransfer.weka.gui.corpus;
