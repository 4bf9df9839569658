package emotiontransfer.weka.table;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Instances;

public class TableHashTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static Instances table(String text) throws Exception {
    return new Instances(new StringReader(text));
  }

  private Instances clips(Path clip) throws Exception {
    return table(
        "@relation a\n@attribute file string\n@attribute emotion {joy,fear}\n@data\n'%s',joy\n?,?\n"
            .formatted(clip));
  }

  private static Instances bags(String bag) throws Exception {
    return table(
        "@relation a\n@attribute file string\n@attribute bag relational\n@attribute x numeric\n"
            + "@end bag\n@attribute emotion {joy,fear}\n@data\nclip.wav,'%s',joy\n".formatted(bag));
  }

  @Test
  public void equalTablesHaveEqualHashesAndEachChangeGivesAnother() throws Exception {
    String hash = TableHash.of(bags("1\\n2"));
    assertEquals(64, hash.length());
    assertEquals(hash, TableHash.of(bags("1\\n2")));
    assertNotEquals(hash, TableHash.of(bags("1\\n2.0000001")));
    assertNotEquals(hash, TableHash.of(bags("1")));
    Instances other = bags("1\\n2");
    other.setClassIndex(2);
    assertNotEquals(hash, TableHash.of(other));
    other = bags("1\\n2");
    other.renameAttributeValue(2, 1, "m\u00fcde");
    assertNotEquals(hash, TableHash.of(other));
    other = bags("1\\n2");
    other.get(0).setWeight(2);
    assertNotEquals(hash, TableHash.of(other));
  }

  @Test
  public void clipsThatATableNamesArePartOfIt() throws Exception {
    Path clip = folder.newFile("a.wav").toPath();
    Files.writeString(clip, "one");
    String hash = TableHash.of(clips(clip));
    assertEquals(hash, TableHash.of(clips(clip)));
    Files.writeString(clip, "two");
    assertNotEquals(hash, TableHash.of(clips(clip)));
    Files.delete(clip);
    assertNotEquals(hash, TableHash.of(clips(clip)));
  }
}
