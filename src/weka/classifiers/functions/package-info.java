/**
 * The classifiers that Weka finds by name, which hold options and hand the work to the engine, and
 * the command that predicts recordings. Read {@link weka.classifiers.functions.PathNetClassifier}
 * first, then {@link weka.classifiers.functions.FineTunedAlexNet} and {@link
 * weka.classifiers.functions.PathNetPredict}.
 */
package weka.classifiers.functions;
