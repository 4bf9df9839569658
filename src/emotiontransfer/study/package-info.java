/**
 * The paper's study as one command, and commands for single tables and figures. Read {@link
 * emotiontransfer.study.EmotionStudy} first; it leads through the rooms {@code plan}, {@code data},
 * {@code run}, {@code result} and {@code report}, in this order.
 */
package emotiontransfer.study;
