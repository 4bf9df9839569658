package emotiontransfer.packaging;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Whether the links from document to document, and to pictures, lead somewhere; the licences of
 * others are as they are.
 */
public class DocumentLinksTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

  @Test
  public void everyRelativeLinkLeadsToAFile() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "lib/README.md")) {
      documents.add(Path.of(name));
    }
    try (Stream<Path> files = Files.walk(Path.of("doc"))) {
      files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.startsWith(Path.of("doc/licenses/opencv")))
          .forEach(documents::add);
    }
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path document : documents) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        if (!link.group(1).contains("://")) {
          links++;
          if (!Files.exists(document.resolveSibling(link.group(1)))) {
            broken.add(document + ": " + link.group(1));
          }
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue("only " + links + " links were found", links > 40);
  }
}
