/**
 * What all networks compute with: the binding to BLAS and its threads, native memory, threads,
 * seeded random numbers, hashes. Read {@link emotiontransfer.numeric.NativeBackend} first, then
 * {@link emotiontransfer.numeric.ThreadPool}.
 */
package emotiontransfer.numeric;
