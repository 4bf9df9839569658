/**
 * What the package adds to the windows of Weka. Read {@link
 * emotiontransfer.weka.gui.SubjectWiseRun} and {@link emotiontransfer.weka.gui.PathwayPanel} first.
 */
package emotiontransfer.weka.gui;
