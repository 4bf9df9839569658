package emotiontransfer.weka.gui.recognise;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.gui.view.Sound;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.TargetDataLine;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MicrophoneTest {

  private static final AudioFormat FORMAT = new AudioFormat(16000, 16, 1, true, false);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final AtomicBoolean closed = new AtomicBoolean();

  /** A microphone that hears a constant, block by block, and then nothing more. */
  private TargetDataLine line(int blocks, short value) {
    AtomicInteger left = new AtomicInteger(blocks);
    return (TargetDataLine)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {TargetDataLine.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getFormat" -> FORMAT;
                  case "close" -> {
                    closed.set(true);
                    yield null;
                  }
                  case "read" -> {
                    if (left.getAndDecrement() <= 0) {
                      yield 0;
                    }
                    byte[] block = (byte[]) arguments[0];
                    for (int i = 0; i < block.length; i += 2) {
                      block[i] = (byte) value;
                      block[i + 1] = (byte) (value >> 8);
                    }
                    yield block.length;
                  }
                  default -> null;
                });
  }

  @Test
  public void whatIsHeardIsAWavFileThatTheModelReads() throws Exception {
    List<Double> levels = new ArrayList<>();
    Path file =
        Microphone.record(
            line(3, (short) -16384), folder.getRoot().toPath(), () -> true, levels::add);
    assertEquals(List.of(0.5, 0.5, 0.5), levels);
    Sound sound = Sound.read(file);
    assertEquals(16000, sound.rate());
    // Three blocks of a twentieth of a second.
    assertEquals(2400, sound.samples().length);
    assertArrayEquals(new float[] {-0.5f}, new float[] {sound.samples()[2399]}, 0);
    assertTrue(closed.get());
  }

  @Test
  public void recordingEndsWhenItIsToldTo() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Path file =
        Microphone.record(
            line(100, (short) 1),
            folder.getRoot().toPath(),
            () -> asked.incrementAndGet() <= 2,
            level -> {});
    assertEquals(1600, Sound.read(file).samples().length);
  }

  @Test
  public void aMicrophoneThatHearsNothingIsReportedAndClosed() {
    IOException rejection =
        assertThrows(
            IOException.class,
            () ->
                Microphone.record(
                    line(0, (short) 0), folder.getRoot().toPath(), () -> true, level -> {}));
    assertEquals("The microphone gave no sound.", rejection.getMessage());
    assertTrue(closed.get());
    assertFalse(folder.getRoot().list().length > 0);
  }
}
