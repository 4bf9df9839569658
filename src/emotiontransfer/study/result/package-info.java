/**
 * Tables, curves and files of results, computed from what was decided about each clip. Read {@link
 * emotiontransfer.study.result.SettingTables} first, then {@link
 * emotiontransfer.study.result.SystemScores} and {@link emotiontransfer.study.result.ResultTable}.
 */
package emotiontransfer.study.result;
