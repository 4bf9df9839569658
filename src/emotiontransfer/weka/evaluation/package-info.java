/**
 * Leaves one subject out at a time, and counts the decisions. Read {@link
 * emotiontransfer.weka.evaluation.SubjectFolds} first, then {@link
 * emotiontransfer.weka.evaluation.SubjectWiseEvaluation}.
 */
package emotiontransfer.weka.evaluation;
