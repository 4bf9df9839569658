/**
 * A split evaluator for internal use. It stands apart from {@code weka.experiment}, because Weka's
 * GUI offers every split evaluator of that package to the user.
 */
package weka.experiment.recording;
