/** Curves of a report, drawn by JFreeChart in colours and strokes that all readers tell apart. */
package emotiontransfer.study.chart;
