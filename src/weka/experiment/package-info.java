/**
 * What this package adds to the Experimenter: leaving one subject out as a result producer and as a
 * command, and experiments spread over hosts. Read {@link
 * weka.experiment.LeaveOneSubjectOutResultProducer} first, then {@link
 * weka.experiment.LeaveOneSubjectOutEvaluation}, {@link weka.experiment.RemoteRuns} and {@link
 * weka.experiment.EmotionEngine}.
 */
package weka.experiment;
