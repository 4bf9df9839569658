/**
 * What the package withstands: damaged files, kills, a full disk. Read {@link
 * emotiontransfer.torture.TortureMain} first, then {@link emotiontransfer.torture.ClipTorture} and
 * {@link emotiontransfer.torture.Mutation}.
 */
package emotiontransfer.torture;
