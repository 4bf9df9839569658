/**
 * The button that this package adds to the Explorer's Classify tab. Read {@link
 * weka.gui.explorer.LeaveOneSubjectOutLauncher}, then {@link
 * emotiontransfer.weka.gui.SubjectWiseRun}.
 */
package weka.gui.explorer;
