package emotiontransfer.store;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class EntryTest {

  private static final StoreKey KEY = new StoreKey("0123456789abcdef0123456789abcdef");
  private static final ArrayLayout LAYOUT = new ArrayLayout(false, 192, 234, 64, 34, 6);

  /** The check value of CRC-32C, RFC 3720, B.4 and the CRC catalogue: "123456789". */
  private static Entry entry(boolean remarked) {
    return Entry.of(KEY, LAYOUT, "123456789".getBytes(StandardCharsets.US_ASCII), remarked);
  }

  @Test
  public void nameSaysAllThatIsKnown() {
    assertEquals(
        "01/0123456789abcdef0123456789abcdef-f4-192-234-64-34-6-e3069283.npy", entry(false).path());
    assertEquals(Optional.of(entry(false)), Entry.ofName(entry(false).name()));
    assertEquals(Optional.of(entry(true)), Entry.ofName(entry(true).name()));
    assertNotEquals(entry(true).name(), entry(false).name());
  }

  @Test
  public void remarksStandBesideTheArray() {
    assertEquals(
        "01/0123456789abcdef0123456789abcdef-f4-192-234-64-34-6-e3069283-remarks.csv",
        entry(true).remarksPath());
  }

  @Test
  public void otherFilesAreNoEntries() {
    assertEquals(Optional.empty(), Entry.ofName("index.csv"));
    assertEquals(Optional.empty(), Entry.ofName(entry(false).name() + ".part"));
    assertEquals(Optional.empty(), Entry.ofName(entry(false).name().replace("-234-", "-3-")));
  }

  @Test
  public void keyDependsOnSettingsAndOnEachFileInItsOrder() {
    StoreKey key = StoreKey.of("-bands 64", List.of("a", "b"));
    assertEquals(key, StoreKey.of("-bands 64", List.of("a", "b")));
    assertNotEquals(key, StoreKey.of("-bands 40", List.of("a", "b")));
    assertNotEquals(key, StoreKey.of("-bands 64", List.of("b", "a")));
    assertNotEquals(key, StoreKey.of("-bands 64", List.of("ab")));
  }
}
