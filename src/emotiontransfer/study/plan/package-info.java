/**
 * What a study runs: the paper's settings and others, protocols, systems, and the command line.
 * Read {@link emotiontransfer.study.plan.Setting} first, then {@link
 * emotiontransfer.study.plan.StudySystem} and {@link emotiontransfer.study.plan.Protocol}.
 */
package emotiontransfer.study.plan;
