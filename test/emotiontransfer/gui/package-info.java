/**
 * Tours through Weka's windows with the installed package, mouse and keyboard driven, on a display
 * of their own. They take the screenshots of the user guide.
 */
package emotiontransfer.gui;
