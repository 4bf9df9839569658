/**
 * The report of a study: its parts, as Markdown and as one HTML file. Read {@link
 * emotiontransfer.study.report.StudyReport} first, then {@link
 * emotiontransfer.study.report.SettingSection}.
 */
package emotiontransfer.study.report;
