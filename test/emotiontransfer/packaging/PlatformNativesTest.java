package emotiontransfer.packaging;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** The natives in the zip of each platform: all that the package needs, and no other platform's. */
@RunWith(Parameterized.class)
public class PlatformNativesTest {

  private final String platform;
  private final String pattern;
  private final String jline;
  private final String osName;
  private final String osArch;

  /** One platform: how it names its libraries, and how Weka is told about it. */
  public PlatformNativesTest(
      String platform, String pattern, String jline, String osName, String osArch) {
    this.platform = platform;
    this.pattern = pattern;
    this.jline = jline;
    this.osName = osName;
    this.osArch = osArch;
  }

  /** The platforms of the package. */
  @Parameters(name = "{0}")
  public static List<Object[]> platforms() {
    return List.of(
        new Object[] {"linux-x86_64", "lib%s.so", "Linux/x86_64", "Linux", "amd64,x86_64"},
        new Object[] {"linux-arm64", "lib%s.so", "Linux/arm64", "Linux", "aarch64"},
        new Object[] {"macosx-arm64", "lib%s.dylib", "Mac/arm64", "Mac", "aarch64"},
        new Object[] {"macosx-x86_64", "lib%s.dylib", "Mac/x86_64", "Mac", "amd64,x86_64"},
        new Object[] {"windows-x86_64", "%s.dll", "Windows/x86_64", "Windows", "amd64,x86_64"});
  }

  @Test
  public void holdsTheNativesOfItsPlatformAndOfNoOther() throws IOException {
    PackageZip zip = PackageZip.read(BuiltFiles.zip(platform));
    List<String> natives = zip.natives();
    for (String library :
        List.of(
            "org/nd4j/linalg/cpu/nativecpu/bindings/%s/" + pattern.formatted("nd4jcpu"),
            "org/nd4j/linalg/cpu/nativecpu/bindings/%s/" + pattern.formatted("jnind4jcpu"),
            "org/bytedeco/javacpp/%s/" + pattern.formatted("jnijavacpp"),
            "org/bytedeco/openblas/%s/" + pattern.formatted("jniopenblas"),
            "org/bytedeco/opencv/%s/" + pattern.formatted("jniopencv_objdetect"),
            "org/bytedeco/ffmpeg/%s/" + pattern.formatted("jniavformat"))) {
      String name = library.formatted(platform);
      assertTrue(name + " is not among " + natives, natives.contains(name));
    }
    List<String> strangers =
        natives.stream()
            .filter(name -> !name.contains("/" + platform + "/"))
            .filter(name -> !name.startsWith("org/jline/nativ/" + jline + "/"))
            .toList();
    assertEquals(List.of(), strangers);
  }

  @Test
  public void holdsTheCascadeForFaces() throws IOException {
    PackageZip zip = PackageZip.read(BuiltFiles.zip(platform));
    String cascade =
        "org/bytedeco/opencv/"
            + platform
            + "/share/opencv4/haarcascades/haarcascade_frontalface_default.xml";
    assertTrue(zip.jars().values().stream().anyMatch(entries -> entries.contains(cascade)));
  }

  @Test
  public void tellsWekaWhereItRuns() throws IOException {
    PackageZip zip = PackageZip.read(BuiltFiles.zip(platform));
    assertEquals(osName, zip.description().getProperty("OSName"));
    assertEquals(osArch, zip.description().getProperty("OSArch"));
  }
}
