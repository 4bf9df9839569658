package emotiontransfer.corpus;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Orders texts as people do: digits by their number ({@code s2} before {@code s10}). */
final class NaturalOrder implements Comparator<String> {

  static final NaturalOrder INSTANCE = new NaturalOrder();

  private static final Pattern PIECE = Pattern.compile("[0-9]+|[^0-9]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private NaturalOrder() {}

  @Override
  public int compare(String left, String right) {
    List<String> a = PIECE.matcher(left).results().map(MatchResult::group).toList();
    List<String> b = PIECE.matcher(right).results().map(MatchResult::group).toList();
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      boolean numbers = NUMBER.matcher(a.get(i)).matches() && NUMBER.matcher(b.get(i)).matches();
      int order =
          numbers
              ? new BigInteger(a.get(i)).compareTo(new BigInteger(b.get(i)))
              : a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return a.size() == b.size() ? left.compareTo(right) : a.size() - b.size();
  }
}
