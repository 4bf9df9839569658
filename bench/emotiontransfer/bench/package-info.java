/** Times of this package's work in units of a known one, so that they compare across machines. */
package emotiontransfer.bench;
