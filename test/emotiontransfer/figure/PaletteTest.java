package emotiontransfer.figure;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import org.junit.Test;

public class PaletteTest {

  @Test
  public void amountsRunFromNearWhiteToDarkBlue() {
    assertEquals(new Color(0xF7FBFF), Palette.amount(0));
    assertEquals(new Color(0x6BAED6), Palette.amount(0.5));
    assertEquals(new Color(0x08306B), Palette.amount(1));
    assertEquals(Palette.amount(1), Palette.amount(7));
  }

  /** Without lightness order a reader who sees no colour could not read the matrix. */
  @Test
  public void moreIsAlwaysDarker() {
    double last = 2;
    for (int i = 0; i <= 100; i++) {
      Color c = Palette.amount(i / 100.0);
      double light = 0.2126 * c.getRed() + 0.7152 * c.getGreen() + 0.0722 * c.getBlue();
      assertTrue("at " + i, i == 0 || light < last);
      last = light;
    }
  }

  @Test
  public void textIsWhiteOnDarkAndDarkOnLight() {
    assertEquals(Color.WHITE, Palette.textOn(Palette.amount(1)));
    assertEquals(Palette.INK, Palette.textOn(Palette.amount(0)));
  }
}
