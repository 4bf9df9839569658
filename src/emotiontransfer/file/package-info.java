/**
 * Files as users name them: what is read must be a file, what is written is whole, and names are
 * shown as they are. Read {@link emotiontransfer.file.WholeFile} first, then {@link
 * emotiontransfer.file.InputFile} and {@link emotiontransfer.file.Shown}.
 */
package emotiontransfer.file;
