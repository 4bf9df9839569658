/**
 * What a study runs: the paper's settings and others, protocols, systems with their classifiers,
 * and the command line. Read {@link emotiontransfer.study.plan.StudyRequest} first, then {@link
 * emotiontransfer.study.plan.Setting}, {@link emotiontransfer.study.plan.StudySystem} and {@link
 * emotiontransfer.study.plan.Schemes}.
 */
package emotiontransfer.study.plan;
