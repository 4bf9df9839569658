/** Figures of what a study has run: recalls, spreads, tests, curves, tables. */
package emotiontransfer.study.result;
