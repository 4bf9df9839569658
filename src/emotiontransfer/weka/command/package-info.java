/**
 * What the commands of this package have in common. Read {@link
 * emotiontransfer.weka.command.AbstractCommand}.
 */
package emotiontransfer.weka.command;
