package emotiontransfer.weka.gui.recognise;

import emotiontransfer.figure.ClipDrawing;
import emotiontransfer.figure.Figure;
import emotiontransfer.figure.FigureFile;
import emotiontransfer.weka.gui.Background;
import emotiontransfer.weka.gui.recognise.ClipMedia.Named;
import emotiontransfer.weka.gui.view.PlayButton;
import emotiontransfer.weka.gui.view.TimePicture;
import emotiontransfer.weka.gui.view.TimeView;
import emotiontransfer.weka.predict.PredictionModel;
import emotiontransfer.weka.predict.PredictionText.Clip;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** One clip over time, with a line that moves while it is played. */
final class ClipView extends JPanel {

  private static final long serialVersionUID = 1L;

  static final String NONE = "Choose a row of the table to see its clip.";

  /** Size of a picture in a file, in points. */
  private static final Dimension EXPORTED = new Dimension(560, 320);

  private final JComboBox<Named> shown = new JComboBox<>();
  private final JLabel message = new JLabel(NONE);
  private final TimeView canvas = new TimeView();
  private final PlayButton play = new PlayButton(canvas, message::setText);
  private transient PredictionModel model;
  private transient Clip clip;
  private transient Optional<ClipMedia> media = Optional.empty();
  private transient Background<ClipMedia> reading;

  ClipView() {
    super(new BorderLayout());
    shown.setName("track");
    shown.setToolTipText("What is shown above the probabilities");
    shown.addActionListener(choice -> draw());
    message.setName("clip");
    canvas.setPreferredSize(new Dimension(800, 330));
    canvas.setMinimumSize(new Dimension(420, 240));
    JPanel controls = new JPanel(new FlowLayout(FlowLayout.LEFT));
    controls.add(play);
    controls.add(shown);
    controls.add(message);
    add(controls, BorderLayout.NORTH);
    add(canvas, BorderLayout.CENTER);
    fill(Optional.empty(), NONE);
  }

  /**
   * Reads a clip in the background and shows it with its note; a clip asked for later wins.
   *
   * @param row that was read
   */
  void show(PredictionModel decider, ClipRow row) {
    clear("Reading " + row.file() + " ...");
    model = decider;
    clip = row.clip().orElseThrow();
    reading =
        new Background<>(
            () -> ClipMedia.of(decider, row),
            read -> fill(Optional.of(read), row.note().isEmpty() ? " " : row.note()),
            problem -> fill(Optional.empty(), problem));
    reading.execute();
  }

  /** Shows a sentence in the place of a clip. */
  void clear(String sentence) {
    if (reading != null) {
      reading.cancel(true);
    }
    fill(Optional.empty(), sentence);
  }

  private void fill(Optional<ClipMedia> read, String sentence) {
    media = read;
    shown.removeAllItems();
    read.ifPresent(it -> it.tracks().forEach(shown::addItem));
    shown.setVisible(shown.getItemCount() > 1);
    play.offer(read.flatMap(ClipMedia::sound));
    message.setText(sentence);
    message.setToolTipText(sentence);
    canvas.show(picture());
  }

  private void draw() {
    double position = canvas.position();
    canvas.show(picture());
    canvas.moveTo(position);
  }

  private Optional<TimePicture> picture() {
    Named track = (Named) shown.getSelectedItem();
    return media
        .filter(it -> track != null)
        .map(it -> new Drawn(it.content(model, clip, track.track())));
  }

  boolean hasPicture() {
    return picture().isPresent();
  }

  /** Writes the picture as PNG or SVG. */
  void write(File file) throws IOException {
    Figure figure = picture().orElseThrow().figure(EXPORTED.width, EXPORTED.height);
    FigureFile.write(figure, file, FigureFile.DEFAULT_DPI);
  }

  /** The picture of the track that is chosen, with the decisions below it. */
  private record Drawn(ClipDrawing.Content content) implements TimePicture {

    @Override
    public double length() {
      return content.length();
    }

    @Override
    public Figure figure(int width, int height) {
      return ClipDrawing.of(content, width, height);
    }

    @Override
    public double x(double time, int width) {
      return ClipDrawing.x(time, content.length(), width);
    }

    @Override
    public int[] edges(int height) {
      return ClipDrawing.edges(height);
    }
  }
}
