/**
 * Between Weka's tables and the networks: training, decisions, model files. Read {@link
 * emotiontransfer.weka.classify.AbstractSegmentClassifier} first, then {@link
 * emotiontransfer.weka.classify.PathNetTraining}, {@link
 * emotiontransfer.weka.classify.PathNetSegmentModel} and {@link
 * emotiontransfer.weka.classify.ModelFile}.
 */
package emotiontransfer.weka.classify;
