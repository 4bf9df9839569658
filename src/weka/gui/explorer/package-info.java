/** What the package adds to the Explorer's tabs. */
package weka.gui.explorer;
