/**
 * Between Weka tables and the networks: training, prediction, model files. Read {@link
 * emotiontransfer.weka.classify.PathNetTraining} first, then {@link
 * emotiontransfer.weka.classify.PathNetInputs}.
 */
package emotiontransfer.weka.classify;
