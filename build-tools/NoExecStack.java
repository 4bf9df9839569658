import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * Clears the flag in Linux libraries of jars that asks for an executable stack. ONNX Runtime's has
 * it by an oversight of its linker: Java warns of it, and Linux from glibc 2.41 on refuses to load
 * such a library.
 */
final class NoExecStack {

  private static final int ELF = 0x464c457f;
  private static final int STACK = 0x6474e551;
  private static final int EXECUTABLE = 1;

  private NoExecStack() {}

  /** Takes the paths of jars, which it changes. */
  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      try (FileSystem inside = FileSystems.newFileSystem(Path.of(jar));
          Stream<Path> all = Files.walk(inside.getPath("/"))) {
        List<Path> files = all.filter(file -> file.toString().contains(".so")).toList();
        for (Path file : files) {
          byte[] bytes = Files.readAllBytes(file);
          if (clear(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN))) {
            FileTime time = Files.getLastModifiedTime(file);
            Files.write(file, bytes);
            Files.setLastModifiedTime(file, time);
          }
        }
      }
    }
  }

  /** Clears the flag in a library of 64 bits; returns whether it was set. */
  private static boolean clear(ByteBuffer library) {
    if (library.limit() < 64 || library.getInt(0) != ELF) {
      return false;
    }
    boolean changed = false;
    int size = library.getShort(54);
    for (int header = 0; header < library.getShort(56); header++) {
      int at = (int) library.getLong(32) + header * size;
      int flags = library.getInt(at + 4);
      if (library.getInt(at) == STACK && (flags & EXECUTABLE) != 0) {
        library.putInt(at + 4, flags & ~EXECUTABLE);
        changed = true;
      }
    }
    return changed;
  }
}
