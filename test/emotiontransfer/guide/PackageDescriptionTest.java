package emotiontransfer.guide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.options.MetaTransferPaper;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.BeforeClass;
import org.junit.Test;
import weka.core.TechnicalInformation.Field;

/** What Weka's package window shows of the package: every line of {@code Description.props}. */
public class PackageDescriptionTest {

  private static final Properties DESCRIPTION = new Properties();

  @BeforeClass
  public static void read() throws Exception {
    try (Reader reader = Files.newBufferedReader(Path.of("Description.props"))) {
      DESCRIPTION.load(reader);
    }
  }

  @Test
  public void everythingIsThereThatWekasTemplateRequires() {
    for (String key :
        List.of("PackageName", "Version", "Title", "Author", "Maintainer", "License")) {
      assertFalse(key, DESCRIPTION.getProperty(key, "").isBlank());
    }
    assertTrue(DESCRIPTION.getProperty("Description").contains("PathNet"));
  }

  @Test
  public void urlLeadsToThePaperThatTheClassifierCites() {
    URI url = URI.create(DESCRIPTION.getProperty("URL"));
    assertEquals("https", url.getScheme());
    String cited = MetaTransferPaper.reference().getValue(Field.JOURNAL);
    assertEquals("/abs/" + cited.replaceFirst(".*arXiv:", ""), url.getPath());
  }

  @Test
  public void documentationIsInThePackage() {
    String file = DESCRIPTION.getProperty("Documentation").replaceFirst(",.*", "");
    assertTrue(file, Files.isRegularFile(Path.of(file)));
  }
}
