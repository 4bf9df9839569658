/**
 * Finds the clips of a corpus, counts them, and says why a file is not one of them. Read {@link
 * emotiontransfer.corpus.CorpusScan} first, then {@link emotiontransfer.corpus.NameScan} and {@link
 * emotiontransfer.corpus.Corpus}.
 */
package emotiontransfer.corpus;
