package emotiontransfer.demo.face.actor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Random;
import org.junit.Test;

public class FacialActionsTest {

  private static final double EXACT = 1e-12;

  @Test
  public void lettersAreFifthsOfTheStrongest() {
    FacialActions actions = FacialActions.parse("4E 24A 26C");
    assertEquals(1, actions.of(ActionUnit.BROW_LOWERER), EXACT);
    assertEquals(0.2, actions.of(ActionUnit.LIP_PRESSOR), EXACT);
    assertEquals(0.6, actions.of(ActionUnit.JAW_DROP), EXACT);
    assertEquals(0, actions.of(ActionUnit.CHEEK_RAISER), EXACT);
  }

  @Test
  public void unknownUnitsAndLettersAreNamed() {
    assertEquals(
        "no action unit has the number 99",
        assertThrows(IllegalArgumentException.class, () -> FacialActions.parse("99A"))
            .getMessage());
    assertEquals(
        "'4F' has no intensity A to E",
        assertThrows(IllegalArgumentException.class, () -> FacialActions.parse("4F")).getMessage());
  }

  @Test
  public void noMuscleGoesBeyondItsRange() {
    FacialActions strong = FacialActions.parse("12D").times(2);
    assertEquals(1, strong.of(ActionUnit.LIP_CORNER_PULLER), EXACT);
    assertEquals(0, strong.plus(ActionUnit.JAW_DROP, -0.5).of(ActionUnit.JAW_DROP), EXACT);
    FacialActions wild = strong.plus(strong).varied(3, new Random(1));
    for (ActionUnit unit : ActionUnit.values()) {
      assertEquals(0.5, wild.of(unit), 0.5);
    }
  }

  @Test
  public void changingActionsLeavesTheOriginalAlone() {
    FacialActions actions = FacialActions.parse("1C");
    assertEquals(
        1, actions.plus(ActionUnit.INNER_BROW_RAISER, 0.4).of(ActionUnit.INNER_BROW_RAISER), EXACT);
    assertEquals(0.6, actions.of(ActionUnit.INNER_BROW_RAISER), EXACT);
  }
}
