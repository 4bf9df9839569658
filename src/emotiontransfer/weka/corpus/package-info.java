/**
 * Turns a corpus into a clip table, and prints it. Read {@link
 * emotiontransfer.weka.corpus.CorpusTable} first, then {@link
 * emotiontransfer.weka.corpus.CorpusToArff}.
 */
package emotiontransfer.weka.corpus;
