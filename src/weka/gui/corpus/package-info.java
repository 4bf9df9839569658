/** The window behind "Emotion corpus..." in the menu of Weka's GUI chooser. */
package weka.gui.corpus;
