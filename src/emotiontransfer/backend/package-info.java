/** Loads the numeric engine (ND4J and its BLAS) in any class loader and settles its threads. */
package emotiontransfer.backend;
