package emotiontransfer.weka.filter;

import weka.filters.UnsupervisedFilter;

/** Leaves {@code file} and {@code subject} as they are: what stands behind it can remove them. */
public interface KeepsClipColumns extends UnsupervisedFilter {}
