/** The report of a study: what stands in it, as Markdown and as one HTML file. */
package emotiontransfer.study.report;
