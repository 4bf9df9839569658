/**
 * Names of clips by a pattern that the user writes, and proposals for one. Read {@link
 * emotiontransfer.corpus.pattern.NamePattern} first, then {@link
 * emotiontransfer.corpus.pattern.PatternProposal}.
 */
package emotiontransfer.corpus.pattern;
