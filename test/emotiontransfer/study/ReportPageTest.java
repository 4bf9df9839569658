package emotiontransfer.study;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;
import static org.junit.Assume.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Opens the report in Chromium. Skipped with a message where there is none, unless skipping is
 * forbidden; the screenshots stay in {@code build/report-screenshots}.
 */
public class ReportPageTest {

  private static final Path SHOTS = Path.of("build", "report-screenshots");
  private static final int MARGIN = 50;

  /** Writes what went wrong into the page's title, where a dump of the page shows it. */
  private static final String WITNESS =
      """
<script>
const wrong = [];
addEventListener('error', e => wrong.push(e.message || e.target.outerHTML.slice(0, 80)), true);
addEventListener('securitypolicyviolation', e => wrong.push(e.blockedURI));
addEventListener('load', () => {
  for (const image of document.images) {
    if (!image.complete || image.naturalWidth === 0) wrong.push('no picture ' + image.alt);
  }
  for (const link of document.querySelectorAll('a')) {
    const id = link.getAttribute('href').slice(1);
    if (!document.getElementById(id)) wrong.push('no place for ' + link.href);
  }
  for (const box of document.querySelectorAll('main > *')) {
    if (box.getBoundingClientRect().right > innerWidth + 1) wrong.push('too wide: ' + box.tagName);
  }
  const asked = performance.getEntriesByType('resource')
      .filter(r => !r.name.startsWith('data:')).map(r => r.name);
  document.title = 'witness: ' + document.images.length + ' pictures, asked for [' + asked
            + '], wrong [' + wrong + ']';
});
</script>
""";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private static FinishedStudy study;
  private static Path chromium;

  @BeforeClass
  public static void findBrowserAndReport() throws Exception {
    chromium = browser();
    study = FinishedStudy.get();
    Files.createDirectories(SHOTS);
  }

  private static Path browser() {
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
        Path candidate = Path.of(folder, name);
        if (Files.isExecutable(candidate)) {
          return candidate;
        }
      }
    }
    String message = "needs Chromium, which is not on the PATH";
    if (Boolean.getBoolean("emotiontransfer.noskip")) {
      fail(message);
    }
    assumeTrue(message, false);
    return null;
  }

  private String open(Path page, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of(chromium.toString(), "--headless"));
    command.addAll(
        List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--user-data-dir=" + temporary.newFolder()));
    command.addAll(List.of(options));
    command.add(page.toUri().toString());
    Path out = temporary.newFile().toPath();
    Path err = temporary.newFile().toPath();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertTrue("Chromium does not end", process.waitFor(2, TimeUnit.MINUTES));
    assertEquals(Files.readString(err), 0, process.exitValue());
    assertFalse(Files.readString(err), Files.readString(err).contains("CONSOLE"));
    return Files.readString(out);
  }

  @Test
  public void everyFigureLoadsWithoutAnErrorAndWithoutTheNetwork() throws Exception {
    Path witnessed = temporary.newFile("witnessed.html").toPath();
    String report = study.text("report.html");
    Files.writeString(
        witnessed,
        report.replace("<meta charset=\"utf-8\">", "<meta charset=\"utf-8\">" + WITNESS));
    String page =
        open(witnessed, "--enable-logging=stderr", "--window-size=1200,900", "--dump-dom");
    Matcher title = Pattern.compile("<title>(witness: [^<]*)</title>").matcher(page);
    assertTrue("the page did not load", title.find());
    int pictures = report.split("<img ", -1).length - 1;
    assertTrue(pictures >= 20);
    assertEquals("witness: " + pictures + " pictures, asked for [], wrong []", title.group(1));
  }

  @Test
  public void hashesAreInTheLettersOfCode() throws IOException {
    String cell = "<tr><td>berlin \\(audio\\)</td><td><code>[0-9a-f]{64}</code></td></tr>";
    assertTrue(Pattern.compile(cell).matcher(study.text("report.html")).find());
  }

  @Test
  public void pageNamesNoOtherFileOrHost() throws IOException {
    String report = study.text("report.html").replaceAll("base64,[A-Za-z0-9+/=]+", "");
    for (String foreign : List.of("http://", "https://", "file:", "url(", "@import", "<script")) {
      assertFalse(foreign, report.contains(foreign));
    }
  }

  @Test
  public void pageIsReadableInLightAndDark() throws Exception {
    BufferedImage light = shot("light", 1);
    BufferedImage dark = shot("dark", 0);
    assertTrue(brightness(ground(light)) > 240);
    assertTrue(brightness(ground(dark)) < 50);
    assertTrue("dark words on light ground", heading(light).getMin() < 60);
    assertTrue("light words on dark ground", heading(dark).getMax() > 200);
  }

  @Test
  public void figuresAreDarkInTheDark() throws Exception {
    assertTrue("white ground of figures in the light", bright(shot("light", 1)) > 0.8);
    double dark = bright(shot("dark", 0));
    assertTrue("only strokes and words are light in the dark, but " + dark, dark < 0.1);
  }

  /** Returns the fraction of light pixels. */
  private static double bright(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    long light = IntStream.of(pixels).filter(rgb -> brightness(new Color(rgb)) > 150).count();
    return (double) light / pixels.length;
  }

  private BufferedImage shot(String name, int scheme) throws Exception {
    Path file = SHOTS.resolve("report-" + name + ".png").toAbsolutePath();
    open(
        study.out().resolve("report.html"),
        "--blink-settings=preferredColorScheme=" + scheme,
        "--window-size=1200,16000",
        "--screenshot=" + file);
    return ImageIO.read(file.toFile());
  }

  private static Color ground(BufferedImage image) {
    return new Color(image.getRGB(2, 2));
  }

  private static int brightness(Color colour) {
    return (colour.getRed() + colour.getGreen() + colour.getBlue()) / 3;
  }

  /** Looks at the heading only, where no picture is. */
  private static IntSummaryStatistics heading(BufferedImage image) {
    return IntStream.range(0, 100 * (image.getWidth() - MARGIN))
        .map(i -> image.getRGB(i / 100, i % 100))
        .map(rgb -> brightness(new Color(rgb)))
        .summaryStatistics();
  }
}
