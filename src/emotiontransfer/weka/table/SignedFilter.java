package emotiontransfer.weka.table;

/**
 * A filter of which the signature in its table's name ({@link FeatureSignature}) says all that it
 * does to the values. Whoever compares signatures need not know the filters.
 */
public interface SignedFilter {}
