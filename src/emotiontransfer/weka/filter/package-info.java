/**
 * What turns the clips of a table into bags of segments, and bags into functionals. Read {@link
 * emotiontransfer.weka.filter.MediaFilter} first, then {@link
 * emotiontransfer.weka.filter.BagTableFormat}.
 */
package emotiontransfer.weka.filter;
