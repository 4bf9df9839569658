/**
 * Progress of long tasks on a terminal, in a log, or nowhere. Read {@link
 * emotiontransfer.weka.progress.TaskProgress}.
 */
package emotiontransfer.weka.progress;
