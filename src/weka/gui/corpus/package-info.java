/**
 * The windows behind "Recognise emotions..." and "Emotion corpus..." in the menu of Weka's GUI
 * chooser. Read {@link weka.gui.corpus.EmotionCorpusPanel}, then {@link
 * emotiontransfer.weka.gui.corpus.CorpusWindow} and {@link
 * emotiontransfer.weka.gui.recognise.RecognisePanel}.
 */
package weka.gui.corpus;
