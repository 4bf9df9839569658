/**
 * The Experimenter's window for engines. Read {@link
 * emotiontransfer.weka.gui.engines.EngineExperimenter} first, then {@link
 * emotiontransfer.weka.gui.engines.EngineRunPanel}, which starts experiments, and {@link
 * emotiontransfer.weka.gui.engines.RecoveringExperiment}, which goes on where an engine dies.
 */
package emotiontransfer.weka.gui.engines;
