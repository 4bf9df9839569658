package emotiontransfer.file;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class ShownTest {

  @Test
  public void controlCharactersBecomeEscapesOfJava() {
    assertEquals("a\\nb\\r\\t\\u001b[31m\\u0000", Shown.name("a\nb\r\t\u001b[31m\0"));
    assertEquals("\\u202egpj.exe\\u2066\\u200f", Shown.name("\u202egpj.exe\u2066\u200f"));
    assertEquals(
        "\\u2028\\u2029\\ufeff\\u009b\\ud800", Shown.name("\u2028\u2029\uFEFF\u009b\ud800"));
    assertEquals("\\U000e0041", Shown.name("\uDB40\uDC41"));
  }

  @Test
  public void lettersOfAllScriptsStayAsTheyAre() {
    String names =
        "Zo\u00eb M\u00fcller's \u6f22\u5b57 \u0639\u0631\u0628\u064a \uD83D\uDE00"
            + " \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 C:\\n"
            + "ew\\tea";
    assertEquals(names, Shown.name(names));
  }

  @Test
  public void linesOfAMessageStayLines() {
    assertEquals("a\n\tb\\u001b\nc", Shown.lines("a\n\tb\u001b\r\nc\n"));
    assertEquals("", Shown.lines(""));
  }
}
