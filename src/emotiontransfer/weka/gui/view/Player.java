package emotiontransfer.weka.gui.view;

import java.io.IOException;
import java.util.function.DoubleConsumer;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineEvent;
import javax.sound.sampled.LineUnavailableException;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/** Plays a sound and says on the event thread where it is. */
final class Player implements AutoCloseable {

  static final String NONE = "There is no loudspeaker that Java may use; the sound is not played.";

  private static final int MILLIS = 30;
  private static final double MICROS = 1e6;

  private final Clip line;
  private final Timer timer;
  private final Runnable atEnd;

  /**
   * Starts to play.
   *
   * @param position takes the place that is heard, in seconds
   * @param atEnd is run on the event thread when the sound has ended or was stopped
   * @throws IOException if there is nothing to play it with, with a sentence for the user
   */
  Player(Sound sound, double from, DoubleConsumer position, Runnable atEnd) throws IOException {
    this.atEnd = atEnd;
    try {
      line = AudioSystem.getClip();
      byte[] pcm = sound.pcm();
      line.open(sound.format(), pcm, 0, pcm.length);
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
      throw new IOException(NONE, e);
    }
    timer = new Timer(MILLIS, tick -> position.accept(line.getMicrosecondPosition() / MICROS));
    line.addLineListener(
        event -> {
          if (event.getType() == LineEvent.Type.STOP) {
            SwingUtilities.invokeLater(this::close);
          }
        });
    line.setMicrosecondPosition((long) (from * MICROS));
    line.start();
    timer.start();
  }

  /** Ends playing; a second call does nothing. */
  @Override
  public void close() {
    if (line.isOpen()) {
      timer.stop();
      line.close();
      atEnd.run();
    }
  }
}
