package emotiontransfer.numeric;

import org.bytedeco.ffmpeg.avutil.AVClass;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The kernel that OpenBLAS has picked for this processor; an OpenBLAS that does not know the
 * processor falls back to a slow one, which nothing but its name shows.
 */
final class BlasKernel {

  private static final String FUNCTION = "openblas_get_corename";

  private BlasKernel() {}

  /**
   * Asks the OpenBLAS that is loaded.
   *
   * @return for example {@code SkylakeX}; {@code unknown} where OpenBLAS has no such function
   */
  static String name() {
    Pointer function = Loader.addressof(FUNCTION);
    if (function == null) {
      return "unknown";
    }
    // JavaCPP's OpenBLAS lacks this function. Of the C functions that the package's libraries can
    // call by their address, FFmpeg's callback for names is the one that returns a string.
    try (PointerPointer<Pointer> callback = new PointerPointer<>(2)) {
      callback.put(0, function).put(1, (Pointer) null);
      try (BytePointer name = new AVClass.Item_name_Pointer(callback).call(null)) {
        return name == null ? "unknown" : name.getString();
      }
    }
  }
}
