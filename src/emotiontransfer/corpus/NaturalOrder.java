package emotiontransfer.corpus;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders texts as people do: digits by their number ({@code s2} before {@code s10}). */
final class NaturalOrder implements Comparator<String> {

  static final NaturalOrder INSTANCE = new NaturalOrder();

  private static final Pattern PIECE = Pattern.compile("[0-9]+|[^0-9]+");

  private NaturalOrder() {}

  @Override
  public int compare(String left, String right) {
    Matcher a = PIECE.matcher(left);
    Matcher b = PIECE.matcher(right);
    while (true) {
      boolean moreLeft = a.find();
      boolean moreRight = b.find();
      if (!moreLeft || !moreRight) {
        return moreLeft == moreRight ? left.compareTo(right) : Boolean.compare(moreLeft, moreRight);
      }
      int order = comparePieces(a.group(), b.group());
      if (order != 0) {
        return order;
      }
    }
  }

  private static int comparePieces(String left, String right) {
    boolean numbers = isNumber(left) && isNumber(right);
    return numbers ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right);
  }

  private static boolean isNumber(String piece) {
    return piece.charAt(0) >= '0' && piece.charAt(0) <= '9';
  }
}
