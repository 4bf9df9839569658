/**
 * The editor of the option "sources" in Weka's dialogs: model files with what they were trained on.
 * Read {@link emotiontransfer.weka.gui.sources.SourcesEditor} first, then {@link
 * emotiontransfer.weka.gui.sources.SourcesPanel} and {@link
 * emotiontransfer.weka.gui.sources.SourceRow}.
 */
package emotiontransfer.weka.gui.sources;
