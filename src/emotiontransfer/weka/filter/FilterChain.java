package emotiontransfer.weka.filter;

import java.util.Arrays;
import java.util.List;
import weka.filters.Filter;
import weka.filters.MultiFilter;

/**
 * The filters that one filter stands for: those in a MultiFilter, whatever the depth, or itself.
 */
public final class FilterChain {

  private FilterChain() {}

  /** Returns the filters in the order in which they are applied. */
  public static List<Filter> of(Filter filter) {
    return filter instanceof MultiFilter multi
        ? Arrays.stream(multi.getFilters()).flatMap(part -> of(part).stream()).toList()
        : List.of(filter);
  }

  /** Returns the index of the last filter of a kind, or -1. */
  public static int lastIndexOf(Class<?> kind, List<Filter> chain) {
    int last = chain.size() - 1;
    while (last >= 0 && !kind.isInstance(chain.get(last))) {
      last--;
    }
    return last;
  }

  /** Returns whether file and subject are there behind the last filter as before the first. */
  public static boolean keepsClipColumns(List<Filter> chain) {
    return chain.stream().allMatch(KeepsClipColumns.class::isInstance);
  }
}
