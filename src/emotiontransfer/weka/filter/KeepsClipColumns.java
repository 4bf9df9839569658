package emotiontransfer.weka.filter;

import weka.filters.UnsupervisedFilter;

/**
 * A filter that leaves the {@code file} and {@code subject} columns of a table as they are, so that
 * what stands behind it can remove them.
 */
public interface KeepsClipColumns extends UnsupervisedFilter {}
