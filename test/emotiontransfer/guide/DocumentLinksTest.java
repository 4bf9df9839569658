package emotiontransfer.guide;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Whether what the documents name is there: linked files and headings, paths of the repository,
 * classes, tests, targets of the build, sections of the guide and of the paper. The licences of
 * others are as they are.
 */
public class DocumentLinksTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern REPOSITORY_PATH =
      Pattern.compile(
          "(?<![\\w/.-])(?:src|test|doc|demo|bench|microbench|torture|resources|build-tools|bin|\\.ci)"
              + "/[\\w./-]*\\w");
  private static final Pattern CLASS =
      Pattern.compile("(?<![\\w./])(?:weka|emotiontransfer)(?:\\.[a-z]\\w*)*\\.[A-Z]\\w+");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
  private static final Pattern TARGET = Pattern.compile("\\./antw ([a-z][a-z-]*)");
  private static final Pattern GUIDE_SECTION = Pattern.compile("\\bsections? (\\d+)(?![\\d.])");
  private static final Pattern PAPER_SECTION = Pattern.compile("\\bsection\\s+(3\\.\\d)");

  @Test
  public void everyRelativeLinkLeadsToAFileAndAHeading() throws IOException {
    List<String> broken = new ArrayList<>();
    int links = 0;
    for (Path document : documents()) {
      String text = Files.readString(document);
      broken.addAll(brokenLinks(document, text));
      links += (int) LINK.matcher(text).results().count();
    }
    assertEquals(List.of(), broken);
    assertTrue("only " + links + " links were found", links > 100);
  }

  @Test
  public void everyNamedPathClassTestAndTargetExists() throws Exception {
    List<String> unknown = new ArrayList<>();
    for (Path document : documents()) {
      // The changelog names what there was.
      if (!document.equals(Path.of("CHANGELOG.md"))) {
        unknown.addAll(unknownNames(document, Files.readString(document)));
      }
    }
    assertEquals(List.of(), unknown);
  }

  @Test
  public void wrongLinksAndNamesAreFound() throws Exception {
    Path guide = Path.of("doc/guide.md");
    String links =
        "[a](nowhere.md) [b](faces.md#nothing) [c](#nothing) [d](pathnet.md) [e](#1-install)";
    assertEquals(
        List.of(
            "doc/guide.md: nowhere.md", "doc/guide.md: faces.md#nothing", "doc/guide.md: #nothing"),
        brokenLinks(guide, links + "\n## 1 Install\n"));
    String names =
        "`src/nowhere/A.java` `src/weka`. `emotiontransfer.No` `weka.core.Instances` `NoTest`"
            + " `DocumentLinksTest` `DocumentLinksTest.no` ./antw nothing, ./antw test; section 9";
    assertEquals(
        List.of(
            "src/nowhere/A.java",
            "emotiontransfer.No",
            "NoTest",
            "DocumentLinksTest.no",
            "./antw nothing",
            "section 9"),
        unknownNames(guide, names).stream().map(name -> name.substring(14)).toList());
  }

  @Test
  public void videoIsSection31OfThePaperAndAudioSection32() throws IOException {
    assertEquals(Set.of("3.1"), paperSections("doc/faces.md", "src/emotiontransfer/face"));
    assertEquals(Set.of("3.2"), paperSections("doc/speech.md", "src/emotiontransfer/speech"));
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String name :
        List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "lib/README.md")) {
      documents.add(Path.of(name));
    }
    try (Stream<Path> files = Files.walk(Path.of("doc"))) {
      files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.startsWith(Path.of("doc/licenses/opencv")))
          .sorted()
          .forEach(documents::add);
    }
    return documents;
  }

  private static List<String> brokenLinks(Path document, String text) throws IOException {
    List<String> broken = new ArrayList<>();
    for (MatchResult link : LINK.matcher(text).results().toList()) {
      String file = link.group(1);
      String anchor = link.group(2);
      if (file.contains("://")) {
        continue;
      }
      Path target = file.isEmpty() ? document : document.resolveSibling(file);
      if (!Files.exists(target)) {
        broken.add(document + ": " + file);
      } else if (anchor != null
          && !anchors(file.isEmpty() ? text : Files.readString(target)).contains(anchor)) {
        broken.add(document + ": " + file + "#" + anchor);
      }
    }
    return broken;
  }

  /** The anchors of a document's headings, as GitHub makes them. */
  private static Set<String> anchors(String text) {
    Set<String> anchors = new HashSet<>();
    Matcher heading = HEADING.matcher(FENCE.matcher(text).replaceAll(""));
    while (heading.find()) {
      String words = heading.group(1).strip().toLowerCase(Locale.ROOT);
      String anchor = words.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
      String unique = anchor;
      for (int i = 1; !anchors.add(unique); i++) {
        unique = anchor + "-" + i;
      }
    }
    return anchors;
  }

  private static List<String> unknownNames(Path document, String text) throws Exception {
    List<String> unknown = new ArrayList<>();
    for (MatchResult path : REPOSITORY_PATH.matcher(text).results().toList()) {
      if (!Files.exists(Path.of(path.group()))) {
        unknown.add(document + ": " + path.group());
      }
    }
    for (MatchResult name : CLASS.matcher(text).results().toList()) {
      if (!isClass(name.group())) {
        unknown.add(document + ": " + name.group());
      }
    }
    for (MatchResult test : TEST.matcher(text).results().toList()) {
      if (!isTest(test.group(1), test.group(2))) {
        unknown.add(document + ": " + test.group().replace("`", ""));
      }
    }
    String build = Files.readString(Path.of("build_package.xml"));
    for (MatchResult target : TARGET.matcher(text).results().toList()) {
      if (!build.contains("<target name=\"" + target.group(1) + "\"")) {
        unknown.add(document + ": " + target.group());
      }
    }
    if (document.endsWith("guide.md")) {
      for (MatchResult section : GUIDE_SECTION.matcher(text).results().toList()) {
        if (!Pattern.compile("(?m)^## " + section.group(1) + " ").matcher(text).find()) {
          unknown.add(document + ": " + section.group());
        }
      }
    }
    return unknown;
  }

  private static boolean isClass(String name) {
    try {
      Class.forName(name, false, DocumentLinksTest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return Stream.of("bench", "spark")
          .anyMatch(folder -> Files.exists(Path.of(folder, name.replace('.', '/') + ".java")));
    }
  }

  private static boolean isTest(String name, String method) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("test"))) {
      List<Path> sources = files.filter(file -> file.endsWith(name + ".java")).toList();
      return sources.size() == 1
          && (method == null
              || Files.readString(sources.get(0)).contains("public void " + method + "("));
    }
  }

  private static Set<String> paperSections(String document, String folder) throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(Path.of(document)));
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.toList()) {
        text.append(Files.readString(file));
      }
    }
    return PAPER_SECTION
        .matcher(text)
        .results()
        .map(section -> section.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
