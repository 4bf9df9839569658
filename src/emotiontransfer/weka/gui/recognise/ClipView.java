package emotiontransfer.weka.gui.recognise;

import emotiontransfer.figure.ClipDrawing;
import emotiontransfer.figure.Figure;
import emotiontransfer.figure.FigureFile;
import emotiontransfer.weka.gui.Background;
import emotiontransfer.weka.gui.recognise.ClipMedia.Named;
import emotiontransfer.weka.predict.PredictionModel;
import emotiontransfer.weka.predict.PredictionText.Clip;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** One clip over time, with a line that moves while it is played. */
final class ClipView extends JPanel {

  private static final long serialVersionUID = 1L;

  static final String NONE = "Choose a row of the table to see its clip.";

  /** Pixels for a point: a screen has finer text than 72 dots per inch would give. */
  private static final double SCALE = 1.25;

  /** Size of a picture in a file, in points. */
  private static final Dimension EXPORTED = new Dimension(560, 320);

  private static final String PLAY = "Play";

  private final JButton play = new JButton(PLAY);
  private final JComboBox<Named> shown = new JComboBox<>();
  private final JLabel message = new JLabel(NONE);
  private final Canvas canvas = new Canvas();
  private transient PredictionModel model;
  private transient Clip clip;
  private transient Optional<ClipMedia> media = Optional.empty();
  private transient Optional<Player> player = Optional.empty();
  private transient Background<ClipMedia> reading;
  private double position;

  ClipView() {
    super(new BorderLayout());
    play.setName("play");
    play.setToolTipText("Play from the line; a click into the picture moves it");
    play.addActionListener(click -> playOrStop());
    shown.setName("track");
    shown.setToolTipText("What is shown above the probabilities");
    shown.addActionListener(choice -> canvas.repaint());
    message.setName("clip");
    JPanel controls = new JPanel(new FlowLayout(FlowLayout.LEFT));
    controls.add(play);
    controls.add(shown);
    controls.add(message);
    add(controls, BorderLayout.NORTH);
    add(canvas, BorderLayout.CENTER);
    fill(Optional.empty(), NONE);
  }

  /** Reads a clip in the background and shows it with a note; a clip asked for later wins. */
  void show(PredictionModel decider, Clip chosen, String note) {
    clear("Reading " + chosen.file() + " ...");
    model = decider;
    clip = chosen;
    reading =
        new Background<>(
            () -> ClipMedia.read(decider, chosen),
            read -> fill(Optional.of(read), note.isEmpty() ? " " : note),
            problem -> fill(Optional.empty(), problem));
    reading.execute();
  }

  /** Shows a sentence in the place of a clip. */
  void clear(String sentence) {
    if (reading != null) {
      reading.cancel(true);
    }
    player.ifPresent(Player::close);
    fill(Optional.empty(), sentence);
  }

  private void fill(Optional<ClipMedia> read, String sentence) {
    media = read;
    position = 0;
    shown.removeAllItems();
    read.ifPresent(it -> it.tracks().forEach(shown::addItem));
    shown.setVisible(shown.getItemCount() > 1);
    play.setVisible(read.flatMap(ClipMedia::sound).isPresent());
    message.setText(sentence);
    message.setToolTipText(sentence);
    canvas.repaint();
  }

  boolean hasPicture() {
    return media.isPresent() && shown.getSelectedItem() != null;
  }

  /** Writes the picture as PNG or SVG. */
  void write(File file) throws IOException {
    FigureFile.write(figure(EXPORTED.width, EXPORTED.height), file, FigureFile.DEFAULT_DPI);
  }

  private Figure figure(int width, int height) {
    Named track = (Named) shown.getSelectedItem();
    return ClipDrawing.of(media.get().content(model, clip, track.track()), width, height);
  }

  private void playOrStop() {
    if (player.isPresent()) {
      player.get().close();
      return;
    }
    Sound sound = media.get().sound().get();
    double from = position < sound.seconds() ? position : 0;
    try {
      player = Optional.of(new Player(sound, from, this::moveTo, this::stopped));
      play.setText("Stop");
    } catch (IOException e) {
      message.setText(e.getMessage());
    }
  }

  private void stopped() {
    player = Optional.empty();
    play.setText(PLAY);
  }

  private void moveTo(double seconds) {
    position = seconds;
    canvas.repaint();
  }

  /** The picture in the size of the window, with the line. */
  private final class Canvas extends JComponent {

    private static final long serialVersionUID = 1L;

    Canvas() {
      setPreferredSize(new Dimension(800, 330));
      setMinimumSize(new Dimension(420, 240));
      setName("picture");
      addMouseListener(
          new MouseAdapter() {

            @Override
            public void mousePressed(MouseEvent press) {
              media.ifPresent(it -> moveTo(timeAt(press.getX(), it.length())));
            }
          });
    }

    private double timeAt(int pixel, double length) {
      double start = ClipDrawing.x(0, length, points(getWidth()));
      double end = ClipDrawing.x(length, length, points(getWidth()));
      double fraction = (pixel / SCALE - start) / (end - start);
      return Math.max(0, Math.min(1, fraction)) * length;
    }

    private int points(int pixels) {
      return (int) (pixels / SCALE);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
      Graphics2D g = (Graphics2D) graphics.create();
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, getWidth(), getHeight());
      if (hasPicture()) {
        g.scale(SCALE, SCALE);
        figure(points(getWidth()), points(getHeight())).draw(g);
        double x = ClipDrawing.x(position, media.get().length(), points(getWidth()));
        int[] edges = ClipDrawing.edges(points(getHeight()));
        g.setColor(Color.RED);
        g.draw(new Line2D.Double(x, edges[0], x, edges[1]));
      }
      g.dispose();
    }
  }
}
