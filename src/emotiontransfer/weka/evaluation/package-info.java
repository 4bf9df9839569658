/**
 * Leaves one subject out at a time, and counts the decisions. Read {@link
 * emotiontransfer.weka.evaluation.SubjectFolds} first, then {@link
 * emotiontransfer.weka.evaluation.SubjectWiseEvaluation}, {@link
 * emotiontransfer.weka.evaluation.BlindedScheme} and {@link
 * emotiontransfer.weka.evaluation.TestedScheme}.
 */
package emotiontransfer.weka.evaluation;
