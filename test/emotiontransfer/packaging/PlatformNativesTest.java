package emotiontransfer.packaging;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** The natives in the zip of each platform: all that the package needs, and no other platform's. */
@RunWith(Parameterized.class)
public class PlatformNativesTest {

  private static final Map<String, PackageZip> ZIPS = new HashMap<>();

  private final String platform;
  private final String jline;
  private final String osName;
  private final String osArch;

  /** One platform: what JLine calls it, and what Weka is told about it. */
  public PlatformNativesTest(String platform, String jline, String osName, String osArch) {
    this.platform = platform;
    this.jline = jline;
    this.osName = osName;
    this.osArch = osArch;
  }

  /** The platforms of the package. */
  @Parameters(name = "{0}")
  public static List<Object[]> platforms() {
    return List.of(
        new Object[] {"linux-x86_64", "Linux/x86_64", "Linux", "amd64,x86_64"},
        new Object[] {"linux-arm64", "Linux/arm64", "Linux", "aarch64"},
        new Object[] {"macosx-arm64", "Mac/arm64", "Mac", "aarch64"},
        new Object[] {"macosx-x86_64", "Mac/x86_64", "Mac", "amd64,x86_64"},
        new Object[] {"windows-x86_64", "Windows/x86_64", "Windows", "amd64,x86_64"});
  }

  private PackageZip zip() throws IOException {
    if (!ZIPS.containsKey(platform)) {
      ZIPS.put(platform, PackageZip.read(BuiltFiles.zip(platform)));
    }
    return ZIPS.get(platform);
  }

  @Test
  public void holdsTheNativesOfItsPlatform() throws IOException {
    List<String> natives = zip().natives();
    for (String library :
        List.of(
            "org/nd4j/linalg/cpu/nativecpu/bindings/%s/(lib)?nd4jcpu",
            "org/nd4j/linalg/cpu/nativecpu/bindings/%s/(lib)?jnind4jcpu",
            "org/bytedeco/javacpp/%s/(lib)?jnijavacpp",
            "org/bytedeco/openblas/%s/(lib)?jniopenblas",
            "org/bytedeco/openblas/%s/(lib)?openblas",
            "org/bytedeco/opencv/%s/(lib)?jniopencv_objdetect",
            "org/bytedeco/ffmpeg/%s/(lib)?jniavformat",
            "org/bytedeco/onnxruntime/%s/(lib)?jnionnxruntime",
            "org/bytedeco/onnxruntime/%s/(lib)?onnxruntime")) {
      Pattern name =
          Pattern.compile(
              library.formatted(platform) + "(\\.[0-9]+)?\\.(so|dll|dylib)(\\.[0-9]+)?");
      assertTrue(
          name + " matches none of " + natives, natives.stream().anyMatch(name.asMatchPredicate()));
    }
  }

  @Test
  public void holdsTheNativesOfNoOtherPlatform() throws IOException {
    List<String> strangers =
        zip().natives().stream()
            .filter(name -> !name.contains("/" + platform + "/"))
            .filter(name -> !name.startsWith("org/jline/nativ/" + jline + "/"))
            .toList();
    assertEquals(List.of(), strangers);
  }

  @Test
  public void tellsWekaWhereItRuns() throws IOException {
    assertEquals(osName, zip().description().getProperty("OSName"));
    assertEquals(osArch, zip().description().getProperty("OSArch"));
  }
}
