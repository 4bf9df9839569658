package emotiontransfer.weka.gui.view;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;

/** Plays the sound of a clip from the line in its picture, which moves along; again, it stops. */
public final class PlayButton extends JButton {

  private static final long serialVersionUID = 1L;

  private static final String PLAY = "Play";

  private final TimeView view;
  private final transient Consumer<String> explain;
  private transient Optional<Sound> sound = Optional.empty();
  private transient Optional<Player> player = Optional.empty();

  /** Takes who is told in a sentence why there is nothing to hear. */
  public PlayButton(TimeView view, Consumer<String> explain) {
    super(PLAY);
    this.view = view;
    this.explain = explain;
    setName("play");
    setToolTipText("Play from the line; a click into the picture moves it");
    addActionListener(click -> playOrStop());
    offer(Optional.empty());
  }

  /** Ends playing, and offers another sound, or none. */
  public void offer(Optional<Sound> next) {
    player.ifPresent(Player::close);
    sound = next;
    setVisible(next.isPresent());
  }

  private void playOrStop() {
    if (player.isPresent()) {
      player.get().close();
      return;
    }
    double from = view.position() < sound.get().seconds() ? view.position() : 0;
    try {
      player = Optional.of(new Player(sound.get(), from, view::moveTo, this::stopped));
      setText("Stop");
    } catch (IOException e) {
      explain.accept(e.getMessage());
    }
  }

  private void stopped() {
    player = Optional.empty();
    setText(PLAY);
  }
}
