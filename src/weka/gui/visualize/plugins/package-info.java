/**
 * What the Explorer's result list opens for a PathNet: its pathways, generation by generation. Read
 * {@link weka.gui.visualize.plugins.PathwayVisualizer}, then {@link
 * emotiontransfer.weka.gui.PathwayPanel}.
 */
package weka.gui.visualize.plugins;
