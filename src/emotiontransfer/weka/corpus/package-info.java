/**
 * Turns a corpus into a clip table. Read {@link emotiontransfer.weka.corpus.CorpusReading} first,
 * then {@link emotiontransfer.weka.corpus.ClipInstances}.
 */
package emotiontransfer.weka.corpus;
