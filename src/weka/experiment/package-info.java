/**
 * What this package adds to the Experimenter: leaving one subject out as a result producer and as a
 * command, and experiments spread over hosts. Read {@link
 * weka.experiment.LeaveOneSubjectOutResultProducer} first, then {@link
 * weka.experiment.LeaveOneSubjectOutEvaluation}, {@link weka.experiment.EmotionEngine} and {@link
 * weka.gui.experiment.EmotionExperimenter}.
 */
package weka.experiment;
