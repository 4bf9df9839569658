/**
 * What the filters from clips to bags, from bags to rows and of subjects are made of: reading clips
 * through a cache, the tables made of them, functionals, standardisation. Read {@link
 * emotiontransfer.weka.filter.MediaFilter} first, then {@link
 * emotiontransfer.weka.filter.BagTableFormat}, {@link emotiontransfer.weka.filter.ClipDecoder},
 * {@link emotiontransfer.weka.filter.BagSummary}, {@link
 * emotiontransfer.weka.filter.LayerStatistics} and {@link
 * emotiontransfer.weka.filter.SubjectStandardizer}.
 */
package emotiontransfer.weka.filter;
