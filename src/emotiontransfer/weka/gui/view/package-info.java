/**
 * Parts that several windows of the package share: a clip over time with its sound, tables, files
 * that are dropped. Read {@link emotiontransfer.weka.gui.view.TimeView}, {@link
 * emotiontransfer.weka.gui.view.PlayButton} and {@link emotiontransfer.weka.gui.view.SizedTable}
 * first.
 */
package emotiontransfer.weka.gui.view;
