/**
 * Leaves one subject out at a time, and counts what comes of it. Read {@link
 * emotiontransfer.weka.evaluation.SubjectFolds} first, then {@link
 * emotiontransfer.weka.evaluation.SubjectWiseEvaluation}.
 */
package emotiontransfer.weka.evaluation;
