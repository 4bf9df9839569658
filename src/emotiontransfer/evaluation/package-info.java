/**
 * Confusion matrices and the figures that are computed from them. Read {@link
 * emotiontransfer.evaluation.ConfusionMatrix} first.
 */
package emotiontransfer.evaluation;
