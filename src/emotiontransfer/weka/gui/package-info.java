/**
 * What the package adds to the windows of Weka: the button of the Classify tab and the panel of
 * pathways; the rooms {@code corpus} and {@code recognise} have windows of their own, {@code view}
 * the parts that several share. Read {@link emotiontransfer.weka.gui.SubjectWiseRun} and {@link
 * emotiontransfer.weka.gui.PathwayPanel} first.
 */
package emotiontransfer.weka.gui;
