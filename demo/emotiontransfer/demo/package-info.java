/**
 * The demonstration: two small synthetic corpora of emotional speech, or of emotional faces ({@code
 * face}), and the way of a user through the installed package, from the folder of clips to figures
 * of transfer.
 *
 * <p>Not part of the package that is installed; {@code ./antw demo} compiles and runs it.
 */
package emotiontransfer.demo;
