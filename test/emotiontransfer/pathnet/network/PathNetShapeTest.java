package emotiontransfer.pathnet.network;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.pathnet.kind.ModuleKinds;
import java.util.Collections;
import java.util.List;
import org.junit.Test;

public class PathNetShapeTest {

  private static final PathNetShape PAPER = new PathNetShape(12_288, 3, 20, 20, 4, 7);

  private static final ModuleKind LINEAR = ModuleKinds.ofKeyword("linear");

  /** The figure that the paper computes in its discussion. */
  @Test
  public void aFullPathwayOfThePaperHas986480Parameters() {
    Pathway full = new Pathway(Collections.nCopies(3, List.of(0, 5, 11, 19)));
    assertEquals(986_480, ModuleGrid.zeros(PAPER, LINEAR).parameters(full));
  }

  @Test
  public void theGridOfThePaperHas4932400Parameters() {
    assertEquals(4_932_400, ModuleGrid.parameters(PAPER, LINEAR));
    assertEquals(21 * 7, ModuleGrid.zeros(PAPER, LINEAR).head().parameters());
  }

  @Test
  public void wrongDimensionsAreNamed() {
    IllegalArgumentException modules =
        assertThrows(IllegalArgumentException.class, () -> new PathNetShape(10, 3, 0, 20, 4, 7));
    assertTrue(modules.getMessage(), modules.getMessage().contains("modules"));
    assertThrows(IllegalArgumentException.class, () -> new PathNetShape(10, 3, 3, 20, 4, 7));
  }
}
