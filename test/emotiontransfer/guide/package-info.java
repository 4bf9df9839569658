/** Tests of what the user guide says. */
package emotiontransfer.guide;
