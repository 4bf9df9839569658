/**
 * What the commands of this package have in common: how they start, print their usage and end, and
 * how they take their options. Read {@link emotiontransfer.weka.command.AbstractCommand} first,
 * then {@link emotiontransfer.weka.command.CommandLine}.
 */
package emotiontransfer.weka.command;
