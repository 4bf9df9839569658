/**
 * Emotions of single recordings: a saved model with the filter that makes its features, and its
 * decisions as text. Read {@link emotiontransfer.weka.predict.PredictionModel} first, then {@link
 * emotiontransfer.weka.predict.PredictionText}.
 */
package emotiontransfer.weka.predict;
