/**
 * The window behind "Emotion corpus..." in the menu of Weka's GUI chooser. Read {@link
 * weka.gui.corpus.EmotionCorpusPanel}, then {@link emotiontransfer.weka.gui.CorpusWindow}.
 */
package weka.gui.corpus;
