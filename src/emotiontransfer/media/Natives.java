package emotiontransfer.media;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import emotiontransfer.numeric.NativeBackend;
import emotiontransfer.numeric.NativeLibrary;
import emotiontransfer.numeric.NativeLibrary.Part;
import emotiontransfer.numeric.NativesException;
import java.util.List;
import org.apache.commons.lang3.function.Failable;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.opencv.global.opencv_core;

/**
 * Loads the libraries of native code, each once.
 *
 * <p>JavaCPP looks for them beside its own classes, so the context class loader does not matter.
 */
public final class Natives {

  private static final NativeLibrary FFMPEG =
      new NativeLibrary(
          "FFmpeg",
          List.of(Part.JAVACPP, Part.bytedeco("ffmpeg", "jniavutil")),
          () -> avutil.av_log_set_level(avutil.AV_LOG_QUIET));

  private static final NativeLibrary OPENCV =
      new NativeLibrary(
          "OpenCV",
          List.of(Part.JAVACPP, Part.bytedeco("opencv", "jniopencv_core")),
          () -> {
            NativeBackend.loadBlas();
            opencv_core.setNumThreads(1);
          });

  private static final NativeLibrary ONNX_RUNTIME =
      new NativeLibrary(
          "ONNX Runtime",
          List.of(Part.JAVACPP, Part.bytedeco("onnxruntime", "jnionnxruntime")),
          () -> {
            OrtLoggingLevel quiet = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL;
            OrtEnvironment environment = OrtEnvironment.getEnvironment(quiet, "emotionTransfer");
            Failable.run(() -> environment.setTelemetry(false));
          });

  private Natives() {}

  /**
   * Loads FFmpeg and keeps it from writing to standard error: {@link MediaException} reports a
   * broken file once.
   *
   * @throws NativesException if it cannot be loaded; the message says why
   */
  public static void loadFFmpeg() {
    FFMPEG.load();
  }

  /**
   * Loads OpenCV, each of its calls on one thread, because clips are read in parallel.
   *
   * @throws NativesException as for FFmpeg
   */
  public static void loadOpenCv() {
    OPENCV.load();
  }

  /**
   * Loads ONNX Runtime, which then writes nothing to standard error and reports nothing home.
   *
   * @throws NativesException as for FFmpeg
   */
  public static void loadOnnxRuntime() {
    ONNX_RUNTIME.load();
  }
}
