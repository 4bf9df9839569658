package emotiontransfer.weka.gui;

import static org.junit.Assert.assertEquals;

import java.io.StringReader;
import org.junit.Test;
import weka.core.Instances;

public class EditGuardTest {

  @Test
  public void numbersOfAllBagsAreCounted() throws Exception {
    String arff =
        """
        @relation bags
        @attribute size numeric
        @attribute bag relational
        @attribute x numeric
        @attribute y numeric
        @attribute z numeric
        @end bag
        @attribute class {a,b}
        @data
        1,"1,2,3\\n4,5,6",a
        2,?,b
        3,"7,8,9",b
        """;
    assertEquals(9, EditGuard.numbers(new Instances(new StringReader(arff))));
  }
}
