/**
 * Clip tables and bag tables: their columns, compact instances, and the segments in them. Read
 * {@link emotiontransfer.weka.table.ClipTable} first, then {@link
 * emotiontransfer.weka.table.SegmentInstance} and {@link emotiontransfer.weka.table.SegmentReader}.
 */
package emotiontransfer.weka.table;
