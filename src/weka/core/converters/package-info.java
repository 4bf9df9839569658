/**
 * The loader that turns a folder of clips or a corpus file into a clip table. Read {@link
 * weka.core.converters.EmotionCorpusLoader} first, then {@link
 * emotiontransfer.weka.corpus.CorpusTable}.
 */
package weka.core.converters;
