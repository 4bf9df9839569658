/** What the Explorer's result list opens for a PathNet: its pathways, generation by generation. */
package weka.gui.visualize.plugins;
