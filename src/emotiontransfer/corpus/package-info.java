/**
 * Naming schemes of emotion corpora, harmonised labels, and the scan of a folder that counts its
 * clips and tells why a file is not one of them.
 */
package emotiontransfer.corpus;
