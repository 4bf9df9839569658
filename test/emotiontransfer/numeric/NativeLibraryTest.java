package emotiontransfer.numeric;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.numeric.NativeLibrary.Part;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.Loader;
import org.junit.Test;

public class NativeLibraryTest {

  private static String failure(List<Part> parts, Throwable deepest) {
    NativeLibrary library =
        new NativeLibrary(
            "FFmpeg",
            parts,
            () -> {
              UnsatisfiedLinkError link = new UnsatisfiedLinkError("no jniavutil in ...");
              link.initCause(deepest);
              throw link;
            });
    return assertThrows(NativesException.class, library::load).getMessage();
  }

  @Test
  public void folderThatForbidsProgramsIsNamedWithAnotherOne() {
    String path = "/home/a/libjniavutil.so: ";
    String message =
        failure(
            List.of(Part.JAVACPP),
            new UnsatisfiedLinkError(path + path + "failed to map segment from shared object"));
    assertTrue(
        message,
        message.startsWith(
            "FFmpeg's natives for "
                + Loader.getPlatform()
                + " could not be loaded (/home/a/libjniavutil.so: failed to map segment from shared"
                + " object): programs may not be run from the folder '"));
    assertTrue(message, message.contains("-Dorg.bytedeco.javacpp.cachedir="));
  }

  @Test
  public void fullDiskAndMissingSystemLibraryHaveTheirOwnRemedies() {
    String full = failure(List.of(), new IllegalStateException("No space left on device"));
    assertTrue(full, full.contains("is full; make room there"));
    String system =
        failure(
            List.of(),
            new UnsatisfiedLinkError("libgomp.so.1: cannot open shared object file: No such file"));
    assertTrue(system, system.contains("by the system's package manager"));
  }

  @Test
  public void jarThatIsNotThereIsNamed() {
    String message =
        failure(List.of(Part.JAVACPP, Part.bytedeco("absent", "jniabsent")), new Error("gone"));
    assertTrue(
        message,
        message.contains(
            "absent-*-%s.jar is not in the package's folder lib; install the emotionTransfer zip"
                .formatted(Loader.getPlatform())));
  }

  @Test
  public void secondTryReportsTheFirstCauseWithoutTryingAgain() {
    AtomicInteger tries = new AtomicInteger();
    NativeLibrary library =
        new NativeLibrary(
            "Test",
            List.of(),
            () -> {
              throw new UnsatisfiedLinkError("try " + tries.incrementAndGet());
            });
    String first = assertThrows(NativesException.class, library::load).getMessage();
    assertTrue(first, first.contains("(try 1)"));
    assertEquals(first, assertThrows(NativesException.class, library::load).getMessage());
    NativeLibrary above = new NativeLibrary("Above", List.of(), library::load);
    assertEquals(first, assertThrows(NativesException.class, above::load).getMessage());
  }
}
