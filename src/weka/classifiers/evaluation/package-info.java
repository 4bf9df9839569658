/**
 * The paper's figures as metrics of Weka's evaluation: WAR, UAR and UAP. Read {@link
 * weka.classifiers.evaluation.UnweightedAverageRecall} first, then {@link
 * emotiontransfer.weka.evaluation.AbstractConfusionMetric}, which all three extend.
 */
package weka.classifiers.evaluation;
