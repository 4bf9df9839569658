package emotiontransfer.demo;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.util.Optional;
import java.util.Properties;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DemoSettingsTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final Properties properties = new Properties();

  @Before
  public void give() throws Exception {
    properties.setProperty("demo.zip", temporary.newFile("p.zip").getPath());
    properties.setProperty("demo.weka.lib", temporary.newFolder("weka").getPath());
    properties.setProperty("demo.out", new File(temporary.getRoot(), "out").getPath());
  }

  private String rejection() {
    return assertThrows(IllegalArgumentException.class, () -> DemoSettings.of(properties))
        .getMessage();
  }

  @Test
  public void withoutCorporaTheSyntheticOnesAreUsedBriefly() {
    DemoSettings settings = DemoSettings.of(properties);
    assertEquals(Optional.empty(), settings.corpus());
    assertEquals(80, settings.generations());
    assertEquals(1, settings.seed());
    assertEquals(Optional.empty(), settings.modality());
  }

  @Test
  public void realCorporaGetThePapersGenerations() throws Exception {
    properties.setProperty("corpus", temporary.newFolder("emodb").getPath());
    properties.setProperty("source.corpus", temporary.newFolder("ravdess").getPath());
    assertEquals(200, DemoSettings.of(properties).generations());
    properties.setProperty("generations", "12");
    properties.setProperty("seed", "7");
    assertEquals(12, DemoSettings.of(properties).generations());
    assertEquals(7, DemoSettings.of(properties).seed());
  }

  @Test
  public void facesAreForVideosAndPicturesAlone() throws Exception {
    assertFalse(DemoSettings.of(properties).faces());
    properties.setProperty("modality", "any");
    assertFalse(DemoSettings.of(properties).faces());
    properties.setProperty("modality", "video");
    assertTrue(DemoSettings.of(properties).faces());
    properties.setProperty("modality", "image");
    assertTrue(rejection(), rejection().startsWith("No synthetic corpus has still pictures"));
    properties.setProperty("corpus", temporary.newFolder("jaffe").getPath());
    properties.setProperty("source.corpus", temporary.newFolder("kdef").getPath());
    assertTrue(DemoSettings.of(properties).faces());
  }

  @Test
  public void oneCorpusAloneIsRejected() throws Exception {
    properties.setProperty("corpus", temporary.newFolder("emodb").getPath());
    assertTrue(rejection(), rejection().startsWith("Real corpora come in twos"));
  }

  @Test
  public void anAbsentCorpusIsNamed() {
    File absent = new File(temporary.getRoot(), "absent");
    properties.setProperty("corpus", absent.getPath());
    assertEquals("There is no corpus '" + absent + "' (-Dcorpus).", rejection());
  }

  @Test
  public void aWordForANumberIsRejected() {
    properties.setProperty("generations", "many");
    assertEquals("-Dgenerations must be a whole number, but is 'many'.", rejection());
    properties.setProperty("generations", "0");
    assertEquals("-Dgenerations must be at least 1, but is 0.", rejection());
  }

  @Test
  public void aMissingPackageIsNamed() {
    properties.remove("demo.zip");
    assertEquals("The property demo.zip is missing; ./antw demo sets it.", rejection());
  }
}
