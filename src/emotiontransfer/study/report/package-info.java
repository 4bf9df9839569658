/**
 * The report of a study: its parts, tables and figures, as Markdown and as one HTML file. Read
 * {@link emotiontransfer.study.report.StudyReport} first, then {@link
 * emotiontransfer.study.report.Report}, {@link emotiontransfer.study.report.SettingSection} and
 * {@link emotiontransfer.study.report.SettingFigures}.
 */
package emotiontransfer.study.report;
