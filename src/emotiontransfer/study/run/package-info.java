/**
 * Runs the settings of a study by the Experimenter's classes, and keeps each fold's result on disk
 * as soon as it is there. Read {@link emotiontransfer.study.run.SettingRun} first, then {@link
 * emotiontransfer.study.run.SettingPlan}, {@link emotiontransfer.study.run.StudyTask}, {@link
 * emotiontransfer.study.run.StudyExecutor}, {@link emotiontransfer.study.run.SystemExperiment} and
 * {@link emotiontransfer.study.fold.FoldStore}; {@link emotiontransfer.study.run.StudyWorker} does
 * tasks for another process.
 */
package emotiontransfer.study.run;
