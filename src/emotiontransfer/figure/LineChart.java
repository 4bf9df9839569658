package emotiontransfer.figure;

import emotiontransfer.pathnet.evolution.GenerationRecord;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.OptionalInt;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Lines with a band of deviation around each: the palette of Okabe and Ito (2008), and a dash
 * pattern of its own, so that a line is known without colours, too.
 */
public final class LineChart {

  private static final int WIDTH = 420;
  private static final float LINE = 1.4f;

  private static final int[] COLOURS = {
    0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xE69F00, 0x000000, 0x7F7F7F
  };

  private static final float[][] DASHES = {
    {}, {6, 2}, {2, 2}, {8, 2, 2, 2}, {4, 4}, {10, 3}, {1, 3}, {6, 2, 1, 2, 1, 2}
  };

  /** One line; its band is twice the deviation high. NaN, 0 or an empty list stand for none. */
  public record Line(String name, List<Double> x, List<Double> y, List<Double> deviation) {}

  private LineChart() {}

  /**
   * Returns a chart as a picture.
   *
   * @param lines at least one
   * @param fractions whether both axes run from 0 to 1; otherwise they are as long as the lines,
   *     and x has whole numbers
   */
  public static Figure of(
      String title, String subtitle, List<Line> lines, String x, String y, boolean fractions) {
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setAlpha(0.15f);
    for (int i = 0; i < lines.size(); i++) {
      data.addSeries(series(lines.get(i)));
      Color colour = new Color(COLOURS[i % COLOURS.length]);
      renderer.setSeriesPaint(i, colour);
      renderer.setSeriesFillPaint(i, colour);
      renderer.setSeriesStroke(i, stroke(DASHES[i % DASHES.length]));
    }
    XYPlot plot = new XYPlot(data, axis(x, Text.TEXT), axis(y, Text.TEXT), renderer);
    if (fractions) {
      plot.getDomainAxis().setRange(0, 1);
      plot.getRangeAxis().setRange(0, 1);
    } else {
      plot.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    }
    JFreeChart chart = chart(plot, RectangleEdge.BOTTOM);
    chart.getLegend().setItemPaint(Palette.INK);
    chart.setTitle(title(title, Text.TITLE));
    chart.addSubtitle(0, title(subtitle, Text.TEXT));
    int height = fractions ? WIDTH - 20 : 300;
    Rectangle2D area = new Rectangle2D.Double(0, 0, WIDTH, height);
    return new Figure(WIDTH, height, g -> chart.draw(g, area));
  }

  /**
   * Draws the fitness of the contestants over the generations: a line through the winners', a dot
   * for each loser's.
   *
   * @param history the evolution in order, at least one generation
   * @param marked generation that a vertical line points out, if any
   */
  static void fitness(
      Graphics2D g,
      List<GenerationRecord> history,
      OptionalInt marked,
      Color colour,
      Rectangle2D area) {
    XYSeries winners = new XYSeries("winner");
    XYSeries losers = new XYSeries("loser");
    for (GenerationRecord record : history) {
      winners.add(record.generation(), record.winnerFitness());
      losers.add(record.generation(), Math.min(record.fitnessA(), record.fitnessB()));
    }
    XYSeriesCollection data = new XYSeriesCollection(winners);
    data.addSeries(losers);
    BasicStroke stroke = new BasicStroke(1.2f);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
    renderer.setSeriesShapesVisible(0, false);
    renderer.setSeriesPaint(0, colour);
    renderer.setSeriesStroke(0, stroke);
    renderer.setSeriesLinesVisible(1, false);
    renderer.setSeriesShape(1, new Ellipse2D.Double(-1, -1, 2, 2));
    renderer.setSeriesPaint(1, Palette.FAINT);
    XYPlot plot =
        new XYPlot(data, axis("generation", Text.SMALL), axis("fitness", Text.SMALL), renderer);
    plot.getDomainAxis().setAxisLinePaint(Palette.LINE);
    plot.getRangeAxis().setAxisLinePaint(Palette.LINE);
    plot.getDomainAxis().setRange(0, history.get(history.size() - 1).generation() + 1);
    plot.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    marked.ifPresent(
        generation -> plot.addDomainMarker(new ValueMarker(generation, Palette.INK, stroke)));
    plot.setInsets(new RectangleInsets(4, 2, 2, 4));
    chart(plot, RectangleEdge.RIGHT).draw(g, area);
  }

  /** Returns a chart in the colours and fonts of all charts, with a legend without frame. */
  private static JFreeChart chart(XYPlot plot, RectangleEdge legend) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setOutlinePaint(Palette.LINE);
    JFreeChart chart = new JFreeChart(null, Text.TEXT, plot, true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.getLegend().setItemFont(Text.TEXT);
    chart.getLegend().setFrame(BlockBorder.NONE);
    chart.getLegend().setPosition(legend);
    return chart;
  }

  /** Returns an axis whose range need not include zero. */
  private static NumberAxis axis(String label, Font tickFont) {
    NumberAxis axis = new NumberAxis(label);
    axis.setAutoRangeIncludesZero(false);
    axis.setLabelFont(Text.TEXT);
    axis.setTickLabelFont(tickFont);
    axis.setLabelPaint(Palette.INK);
    axis.setTickLabelPaint(Palette.INK);
    return axis;
  }

  private static Stroke stroke(float[] dash) {
    return dash.length == 0
        ? new BasicStroke(LINE)
        : new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  private static TextTitle title(String text, Font font) {
    TextTitle title = new TextTitle(text, font);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setPaint(Palette.INK);
    return title;
  }

  private static YIntervalSeries series(Line line) {
    YIntervalSeries series = new YIntervalSeries(line.name(), false, true);
    for (int i = 0; i < line.x().size(); i++) {
      double y = line.y().get(i);
      double deviation = line.deviation().isEmpty() ? 0 : line.deviation().get(i);
      double band = Double.isNaN(deviation) ? 0 : deviation;
      series.add(line.x().get(i), y, y - band, y + band);
    }
    return series;
  }
}
