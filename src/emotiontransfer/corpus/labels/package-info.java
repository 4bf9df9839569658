/**
 * Corpora whose labels are in files of their own, not in the names. Read {@link
 * emotiontransfer.corpus.labels.LabelFiles} first, then {@link
 * emotiontransfer.corpus.labels.IemocapLabels}.
 */
package emotiontransfer.corpus.labels;
