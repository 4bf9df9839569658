/**
 * The commands of the paper's study and its figures. Read {@link
 * emotiontransfer.study.EmotionStudy} first, then the rooms plan, run, result and report in this
 * order.
 */
package emotiontransfer.study;
