package emotiontransfer.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Lines with a band of deviation around each. */
public final class LineChart {

  private static final Color INK = new Color(0x222222);
  private static final Color GRID = new Color(0xE0E0E0);
  private static final float BAND = 0.15f;
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 11);
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 9);

  /**
   * One line.
   *
   * @param name in the legend
   * @param x in order
   * @param y beside them
   * @param deviation half the height of the band; NaN or 0 for none
   */
  public record Line(String name, List<Double> x, List<Double> y, List<Double> deviation) {

    /** Copies the lists. */
    public Line {
      x = List.copyOf(x);
      y = List.copyOf(y);
      deviation = List.copyOf(deviation);
    }
  }

  /**
   * An axis.
   *
   * @param label with its unit
   * @param least shown; NaN to choose
   * @param most shown; NaN to choose
   * @param whole whether only whole numbers make sense
   */
  public record Axis(String label, double least, double most, boolean whole) {}

  private final JFreeChart chart;

  /**
   * Prepares a chart.
   *
   * @param title first line
   * @param subtitle second line
   * @param lines at least one
   */
  public LineChart(String title, String subtitle, List<Line> lines, Axis x, Axis y) {
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setAlpha(BAND);
    for (int i = 0; i < lines.size(); i++) {
      data.addSeries(series(lines.get(i)));
      renderer.setSeriesPaint(i, SeriesStyle.colour(i));
      renderer.setSeriesFillPaint(i, SeriesStyle.colour(i));
      renderer.setSeriesStroke(i, SeriesStyle.stroke(i));
    }
    XYPlot plot = new XYPlot(data, axis(x), axis(y), renderer);
    if (x.whole()) {
      plot.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    }
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    plot.setOutlinePaint(new Color(0xB5B5B5));
    chart = new JFreeChart(null, TEXT, plot, true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.getLegend().setItemFont(TEXT);
    chart.getLegend().setFrame(BlockBorder.NONE);
    chart.getLegend().setPosition(RectangleEdge.BOTTOM);
    chart.getLegend().setItemPaint(INK);
    chart.setTitle(title(title, TITLE));
    chart.addSubtitle(0, title(subtitle, TEXT));
  }

  private static TextTitle title(String text, Font font) {
    TextTitle title = new TextTitle(text, font);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setPaint(INK);
    return title;
  }

  private static YIntervalSeries series(Line line) {
    YIntervalSeries series = new YIntervalSeries(line.name(), false, true);
    for (int i = 0; i < line.x().size(); i++) {
      double y = line.y().get(i);
      double deviation = line.deviation().get(i);
      double band = Double.isNaN(deviation) ? 0 : deviation;
      series.add(line.x().get(i), y, y - band, y + band);
    }
    return series;
  }

  private static NumberAxis axis(Axis settings) {
    NumberAxis axis = new NumberAxis(settings.label());
    axis.setAutoRangeIncludesZero(false);
    if (!Double.isNaN(settings.least())) {
      axis.setRange(settings.least(), settings.most());
    }
    axis.setLabelFont(TEXT);
    axis.setTickLabelFont(TEXT);
    axis.setLabelPaint(INK);
    axis.setTickLabelPaint(INK);
    return axis;
  }

  /**
   * Draws the chart.
   *
   * @param area of the whole chart
   */
  public void draw(Graphics2D g, Rectangle2D area) {
    chart.draw(g, area);
  }
}
