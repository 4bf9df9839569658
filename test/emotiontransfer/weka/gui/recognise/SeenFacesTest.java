package emotiontransfer.weka.gui.recognise;

import static org.junit.Assert.assertEquals;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

public class SeenFacesTest {

  /** Returns a bag of crops of 2 x 2 pixels, each grey as its number in the clip. */
  private static Instance bag(int crops) {
    ArrayList<Attribute> values = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      values.add(new Attribute("value" + i));
    }
    Instances inner = new Instances("bag", values, 0);
    for (int crop = 0; crop < crops; crop++) {
      double[] pixels = new double[12];
      Arrays.fill(pixels, crop);
      inner.add(new DenseInstance(1, pixels));
    }
    Attribute bag = new Attribute("bag", new Instances(inner, 0));
    Attribute emotion = new Attribute("emotion", List.of("anger", "fear"));
    Instances table = new Instances("clips", new ArrayList<>(List.of(bag, emotion)), 1);
    table.setClassIndex(1);
    double value = crops == 0 ? Utils.missingValue() : table.attribute(0).addRelation(inner);
    table.add(new DenseInstance(1, new double[] {value, Utils.missingValue()}));
    return table.instance(0);
  }

  private static int grey(BufferedImage picture) {
    return picture.getRGB(1, 1) & 0xFF;
  }

  @Test
  public void aFewCropsAreAllShown() {
    List<BufferedImage> faces = SeenFaces.of(bag(3));
    assertEquals(List.of(0, 1, 2), faces.stream().map(SeenFacesTest::grey).toList());
    assertEquals(2, faces.get(0).getWidth());
  }

  @Test
  public void ofManyCropsSomeStandForTheirPartsOfTheClip() {
    List<BufferedImage> faces = SeenFaces.of(bag(240));
    assertEquals(24, faces.size());
    assertEquals("the middle of the first tenth", 5, grey(faces.get(0)));
    assertEquals(235, grey(faces.get(23)));
  }

  @Test
  public void aMissingBagHasNone() {
    assertEquals(List.of(), SeenFaces.of(bag(0)));
  }
}
