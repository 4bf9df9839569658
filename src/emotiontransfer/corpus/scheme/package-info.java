/**
 * Naming schemes of emotion corpora: subject and emotion by the path of a clip. Read {@link
 * emotiontransfer.corpus.scheme.Scheme} first, which lists and declares them, then {@link
 * emotiontransfer.corpus.scheme.NameRule}.
 */
package emotiontransfer.corpus.scheme;
