/**
 * Naming schemes of emotion corpora: what a path says of subject and emotion. Read {@link
 * emotiontransfer.corpus.scheme.NamingScheme} first, then {@link
 * emotiontransfer.corpus.scheme.EmoDb} as an example, then {@link
 * emotiontransfer.corpus.scheme.Scheme}, which lists all of them.
 */
package emotiontransfer.corpus.scheme;
