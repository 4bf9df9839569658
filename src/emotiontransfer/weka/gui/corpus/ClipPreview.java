package emotiontransfer.weka.gui.corpus;

import emotiontransfer.corpus.Clip;
import emotiontransfer.weka.gui.Background;
import emotiontransfer.weka.gui.view.PlayButton;
import emotiontransfer.weka.gui.view.Sound;
import emotiontransfer.weka.gui.view.TimePicture;
import emotiontransfer.weka.gui.view.TimeView;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** Shows what the features of one clip look like, and plays it. */
final class ClipPreview extends JPanel {

  private static final long serialVersionUID = 1L;

  private static final Dimension SIZE = new Dimension(360, 280);
  private static final String HEARD = "heard";
  private static final String SEEN = "seen";
  private static final String SHEET = "sheet";

  private final JLabel title = new JLabel(" ");
  private final JLabel legend = new JLabel(" ", SwingConstants.CENTER);
  private final TimeView time = new TimeView();
  private final PixelView pixels = new PixelView();
  private final SheetView sheet;
  private final CardLayout cards = new CardLayout();
  private final JPanel picture = new JPanel(cards);
  private final PlayButton play = new PlayButton(time, legend::setText);
  private transient Optional<Background<Preview>> reading = Optional.empty();

  /** Takes who is given a clip that the user chooses here. */
  ClipPreview(Consumer<Clip> choose) {
    super(new BorderLayout(4, 4));
    sheet = new SheetView(choose);
    setBorder(BorderFactory.createTitledBorder("Preview of a clip"));
    legend.setName("legend");
    picture.setPreferredSize(SIZE);
    picture.add(pixels, SEEN);
    picture.add(time, HEARD);
    picture.add(sheet, SHEET);
    JPanel top = new JPanel(new BorderLayout(4, 4));
    top.add(play, BorderLayout.WEST);
    top.add(title, BorderLayout.CENTER);
    add(top, BorderLayout.NORTH);
    add(picture, BorderLayout.CENTER);
    add(legend, BorderLayout.SOUTH);
  }

  /**
   * Reads a clip in the background and shows it; a clip asked for later wins.
   *
   * @param all clips of the corpus, among which a single picture is shown
   * @param asSound whether the sound of a video is wanted
   */
  void show(List<Clip> all, Clip clip, boolean asSound) {
    clear();
    title.setText(clip.relative() + " (" + clip.emotion() + ")");
    title.setToolTipText(clip.file().toString());
    legend.setText("Reading...");
    Background<Preview> next =
        new Background<>(
            () -> Preview.of(all, clip, asSound),
            this::fill,
            problem -> legend.setText("<html>" + problem + "</html>"));
    reading = Optional.of(next);
    next.execute();
  }

  private void fill(Preview read) {
    legend.setText(read.legend());
    if (read instanceof Preview.Heard heard) {
      Sound sound = heard.clip().sound();
      time.show(Optional.of(TimePicture.of(heard.clip().spectrogram(), sound.seconds())));
      play.offer(Optional.of(sound));
      cards.show(picture, HEARD);
    } else if (read instanceof Preview.Faces faces) {
      pixels.show(Optional.of(faces.crops()));
      cards.show(picture, SEEN);
    } else if (read instanceof Preview.Sheet several) {
      sheet.show(Optional.of(several.sheet()));
      cards.show(picture, SHEET);
    }
  }

  /** Ends playing. */
  void silence() {
    play.offer(Optional.empty());
  }

  void clear() {
    reading.ifPresent(work -> work.cancel(true));
    silence();
    title.setText(" ");
    legend.setText(" ");
    time.show(Optional.empty());
    pixels.show(Optional.empty());
    sheet.show(Optional.empty());
    cards.show(picture, SEEN);
  }
}
