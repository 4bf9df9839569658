/**
 * Turns a corpus into a clip table, and prints it or the corpus file that gives it again. Read
 * {@link emotiontransfer.weka.corpus.CorpusTable} first, then {@link
 * emotiontransfer.weka.corpus.CorpusCommand}.
 */
package emotiontransfer.weka.corpus;
