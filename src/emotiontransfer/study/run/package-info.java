/**
 * Runs the settings of a study on Weka's Experiment classes, and keeps each fold's result on disk
 * as soon as it is there.
 */
package emotiontransfer.study.run;
