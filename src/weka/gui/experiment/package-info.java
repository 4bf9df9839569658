/**
 * The Experimenter's window for remote experiments: {@link weka.gui.experiment.EmotionExperimenter}
 * opens it with the secret of {@link weka.experiment.EmotionEngine}.
 */
package weka.gui.experiment;
