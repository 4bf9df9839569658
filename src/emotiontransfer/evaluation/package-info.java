/**
 * The figures by which recognition is judged: confusion matrices with WAR, UAR and UAP, means over
 * repeats, paired tests. Read {@link emotiontransfer.evaluation.ConfusionMatrix} first, then {@link
 * emotiontransfer.evaluation.PairedComparison}.
 */
package emotiontransfer.evaluation;
