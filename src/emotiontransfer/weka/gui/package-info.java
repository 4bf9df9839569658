/**
 * What the package adds to the windows of Weka: the corpus window, the button of the Classify tab,
 * the panel of pathways. Read {@link emotiontransfer.weka.gui.CorpusWindow}, {@link
 * emotiontransfer.weka.gui.SubjectWiseRun} and {@link emotiontransfer.weka.gui.PathwayPanel} first.
 */
package emotiontransfer.weka.gui;
