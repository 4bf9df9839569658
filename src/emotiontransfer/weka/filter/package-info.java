/**
 * What the filters from clips to bags and from bags to rows have in common: reading clips through a
 * cache, and the tables made of them. Read {@link emotiontransfer.weka.filter.MediaFilter} first,
 * then {@link emotiontransfer.weka.filter.BagTableFormat}, {@link
 * emotiontransfer.weka.filter.ClipDecoder} and {@link emotiontransfer.weka.filter.BagSummary}.
 */
package emotiontransfer.weka.filter;
