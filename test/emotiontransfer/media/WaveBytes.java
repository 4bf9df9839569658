package emotiontransfer.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts together files of the WAVE family, chunk by chunk. */
final class WaveBytes {

  static final int RATE = 16000;
  static final int SAMPLES = 2000;
  private static final long GUID_END = 0x800000AA00389B71L;

  private final ByteBuffer bytes;
  private final boolean wave64;

  private WaveBytes(ByteOrder order, boolean wave64) {
    bytes = ByteBuffer.allocate(1 << 16).order(order);
    this.wave64 = wave64;
  }

  /** Begins a file of one of RIFF, RIFX and RF64, of an unknown length. */
  static WaveBytes of(String family) {
    boolean big = family.equals("RIFX");
    WaveBytes file = new WaveBytes(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, false);
    file.name(family).bytes.putInt(-1);
    return file.name("WAVE");
  }

  static WaveBytes wave64() {
    WaveBytes file = new WaveBytes(ByteOrder.LITTLE_ENDIAN, true);
    file.name("riff").bytes.put(new byte[12]).putLong(-1);
    file.name("wave").bytes.put(new byte[12]);
    return file;
  }

  private WaveBytes name(String name) {
    bytes.put(name.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /** Adds a chunk of what it declares to hold; a pad byte follows an odd number of bytes. */
  WaveBytes chunk(String name, long declared, byte... content) {
    name(name);
    if (wave64) {
      bytes.put(new byte[12]).putLong(declared + 24);
    } else {
      bytes.putInt((int) declared);
    }
    bytes.put(content);
    int unit = wave64 ? 8 : 2;
    bytes.put(new byte[(unit - content.length % unit) % unit]);
    return this;
  }

  WaveBytes chunk(String name, byte... content) {
    return chunk(name, content.length, content);
  }

  /** Adds a chunk of one byte as some writers do, though chunks begin at even places. */
  WaveBytes oddChunkWithoutPadByte() {
    name("LIST").bytes.putInt(1).put((byte) 0);
    return this;
  }

  /** Adds a short header of one channel. */
  WaveBytes format(int codec, int bits, int block) {
    ByteBuffer header = ByteBuffer.allocate(16).order(bytes.order());
    header.putShort((short) codec).putShort((short) 1).putInt(RATE).putInt(RATE * block);
    header.putShort((short) block).putShort((short) bits);
    return chunk("fmt ", header.array());
  }

  /** Adds a header of one channel whose samples fill their containers only in part. */
  WaveBytes extensible(int codec, int bits, int valid) {
    ByteBuffer header = ByteBuffer.allocate(40).order(bytes.order());
    header.putShort((short) 0xFFFE).putShort((short) 1).putInt(RATE).putInt(RATE * bits / 8);
    header.putShort((short) (bits / 8)).putShort((short) bits);
    header.putShort((short) 22).putShort((short) valid).putInt(4);
    header.putInt(codec).putShort((short) 0).putShort((short) 16);
    header.order(ByteOrder.BIG_ENDIAN).putLong(GUID_END);
    return chunk("fmt ", header.array());
  }

  /** Returns samples from one on, up to another, as integers of so many bits. */
  byte[] samples(int from, int to, int bits) {
    ByteBuffer data = ByteBuffer.allocate((to - from) * bits / 8);
    for (int i = from; i < to; i++) {
      for (int b = 0; b < bits / 8; b++) {
        boolean little = bytes.order() == ByteOrder.LITTLE_ENDIAN;
        int shift = 8 * (little ? b : bits / 8 - 1 - b) - (bits - 16);
        data.put((byte) (shift < 0 ? 0 : sample(i) >> shift));
      }
    }
    return data.array();
  }

  byte[] floats() {
    ByteBuffer data = ByteBuffer.allocate(SAMPLES * 4).order(bytes.order());
    for (int i = 0; i < SAMPLES; i++) {
      data.putFloat(sample(i) / 32768f);
    }
    return data.array();
  }

  /** A sweep of 16 bits. */
  static short sample(int i) {
    return (short) Math.round(12000 * Math.sin(i * (0.1 + i * 1e-4)));
  }

  Path write(Path file) throws IOException {
    byte[] whole = new byte[bytes.position()];
    bytes.flip().get(whole);
    return Files.write(file, whole);
  }
}
