package emotiontransfer.weka.gui;

import emotiontransfer.corpus.Clip;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** Shows what the features of one clip look like. */
final class ClipPreview extends JPanel {

  private static final long serialVersionUID = 1L;

  private static final Dimension SIZE = new Dimension(360, 240);

  private final JLabel title = new JLabel(" ");
  private final JLabel legend = new JLabel(" ", SwingConstants.CENTER);

  /** A picture as wide as the room it has, or as high. */
  private final JComponent picture =
      new JComponent() {

        private static final long serialVersionUID = 1L;

        @Override
        protected void paintComponent(Graphics graphics) {
          if (content != null) {
            double width = Math.min(getWidth(), getHeight() / content.ratio());
            int height = (int) (width * content.ratio());
            ((Graphics2D) graphics)
                .setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION,
                    RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            graphics.drawImage(content.image(), 0, 0, (int) width, height, null);
          }
        }
      };

  private transient PreviewPicture content;
  private transient Background<PreviewPicture> current;

  ClipPreview() {
    super(new BorderLayout(4, 4));
    setBorder(BorderFactory.createTitledBorder("Preview of a clip"));
    picture.setPreferredSize(SIZE);
    legend.setName("legend");
    add(title, BorderLayout.NORTH);
    add(picture, BorderLayout.CENTER);
    add(legend, BorderLayout.SOUTH);
  }

  /** Reads a clip in the background and shows it; a clip asked for later wins. */
  void show(Clip clip, boolean asSound) {
    clear();
    title.setText(clip.relative() + " (" + clip.emotion() + ")");
    title.setToolTipText(clip.file().toString());
    legend.setText("Reading...");
    current =
        new Background<>(
            () -> PreviewPicture.of(clip, asSound),
            read -> fill(read, read.legend()),
            problem -> fill(null, "<html>" + problem + "</html>"));
    current.execute();
  }

  private void fill(PreviewPicture read, String text) {
    content = read;
    picture.repaint();
    legend.setText(text);
  }

  void clear() {
    if (current != null) {
      current.cancel(true);
    }
    title.setText(" ");
    fill(null, " ");
  }
}
