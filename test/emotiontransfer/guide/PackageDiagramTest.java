package emotiontransfer.guide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.Test;

public class PackageDiagramTest {

  private static final String DOCUMENT =
      """
      ```mermaid
      flowchart TD
        subgraph three ["3 adapters"]
          adapters["weka.*"]
        end
        subgraph one ["1 engine"]
          net.top
          data
          numeric
        end
        adapters --> net.top
        net.top --> data & numeric
      ```
      """;

  private final Map<String, Set<String>> real =
      new TreeMap<>(
          Map.of(
              "adapters", Set.of("net.top", "data"),
              "net.top", Set.of("data", "numeric"),
              "data", Set.of(),
              "numeric", Set.of()));

  @Test
  public void arrowsThatOthersImplyMayBeLeftOut() {
    assertEquals(List.of(), errors(DOCUMENT));
  }

  @Test
  public void arrowUpwardsIsFoundEvenWhereThePackagesHaveIt() {
    real.put("numeric", Set.of("data"));
    assertEquals(
        List.of("The arrow from numeric to data leads upwards."),
        errors(DOCUMENT.replace("net.top -->", "numeric --> data\n  net.top -->")));
  }

  @Test
  public void missingArrowsAndThoseThatThePackagesNoLongerHaveAreFound() {
    real.put("data", Set.of("numeric"));
    assertEquals(List.of("The arrow from data to numeric is missing."), errors(DOCUMENT));
    real.put("data", Set.of());
    real.put("net.top", Set.of("data"));
    assertEquals(List.of("No class of net.top uses one of numeric."), errors(DOCUMENT));
  }

  @Test
  public void newAndRemovedRoomsAreFound() {
    real.put("figure", Set.of());
    real.remove("numeric");
    real.put("net.top", Set.of("data"));
    assertEquals(
        List.of("There is no room numeric.", "The room figure is missing."),
        errors(DOCUMENT.replace(" & numeric", "")));
  }

  @Test
  public void documentWithoutDiagramIsRejected() {
    assertThrows(IllegalArgumentException.class, () -> new PackageDiagram("a --> b"));
  }

  private List<String> errors(String document) {
    return new PackageDiagram(document).errors(real);
  }
}
