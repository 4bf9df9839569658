package emotiontransfer.speech;

import static org.junit.Assert.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reference values by channel, frame and band. */
final class MelTable {

  static final List<String> CHANNELS = List.of("static", "delta", "deltadelta");

  private static final double RELATIVE = 1e-4;

  private final Map<String, Map<Integer, double[]>> rows = new TreeMap<>();

  /** Reads lines of channel, frame and one value per band. */
  static MelTable resource(String name) {
    MelTable table = new MelTable();
    try (InputStream in = MelTable.class.getResourceAsStream(name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.lines().map(line -> line.split(",")).forEach(table::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  private void add(String[] cells) {
    double[] values = Stream.of(cells).skip(2).mapToDouble(Double::parseDouble).toArray();
    rows.computeIfAbsent(cells[0], c -> new TreeMap<>()).put(Integer.valueOf(cells[1]), values);
  }

  Map<Integer, double[]> channel(String name) {
    return rows.get(name);
  }

  /** Compares a band's values; near 0, where a logarithm crosses it, absolutely. */
  static void assertClose(String what, double expected, double actual) {
    assertEquals(what, expected, actual, RELATIVE * Math.max(0.3, Math.abs(expected)));
  }
}
