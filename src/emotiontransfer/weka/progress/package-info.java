/**
 * Progress of long tasks, with tasks within tasks and the time left: on a terminal, in the status
 * of Weka's windows, or as a few lines. Read {@link emotiontransfer.weka.progress.Task} and {@link
 * emotiontransfer.weka.progress.TaskProgress} first, then {@link
 * emotiontransfer.weka.progress.ProgressDisplay}, which finds where to show them, and {@link
 * emotiontransfer.weka.progress.WindowRun}, which finds what a window of Weka is doing.
 */
package emotiontransfer.weka.progress;
