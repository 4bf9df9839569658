/**
 * Confusion matrices and the figures that are computed from them. Read {@link
 * emotiontransfer.evaluation.Confusion} first.
 */
package emotiontransfer.evaluation;
