/**
 * The window "Recognise emotions...": a model, files or the microphone, decisions, and a clip over
 * time. Read {@link emotiontransfer.weka.gui.recognise.RecognisePanel} first, then {@link
 * emotiontransfer.weka.gui.recognise.RecognitionWork}, which decides, and {@link
 * emotiontransfer.weka.gui.recognise.ClipView}.
 */
package emotiontransfer.weka.gui.recognise;
