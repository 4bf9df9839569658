/**
 * Figures of what a study has run: recalls, means and deviations, tests, curves, tables. Read
 * {@link emotiontransfer.study.result.SystemScores} first, then {@link
 * emotiontransfer.study.result.SettingTables}.
 */
package emotiontransfer.study.result;
