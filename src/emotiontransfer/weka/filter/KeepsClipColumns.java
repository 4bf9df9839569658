package emotiontransfer.weka.filter;

import weka.core.WeightedAttributesHandler;
import weka.core.WeightedInstancesHandler;
import weka.filters.UnsupervisedFilter;

/**
 * Leaves {@code file}, {@code subject} and all weights as they are: what stands behind it can
 * remove the columns.
 */
public interface KeepsClipColumns
    extends UnsupervisedFilter, WeightedInstancesHandler, WeightedAttributesHandler {}
