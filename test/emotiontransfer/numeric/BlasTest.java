package emotiontransfer.numeric;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.Random;
import org.junit.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The products, by hand and against ND4J. */
public class BlasTest {

  private static NativeFloats of(float... numbers) {
    NativeFloats floats = new NativeFloats(numbers.length);
    floats.values().put(0, numbers);
    return floats;
  }

  @Test
  public void productsAreThoseByHand() {
    try (NativeFloats a = of(1, 2, 3, 4);
        NativeFloats b = of(5, 6, 7, 8);
        NativeFloats c = of(1, 1, 1, 1)) {
      Blas.multiply(2, 2, 2, 2, a.matrix(0, 2), b.matrix(0, 2), 1, c.matrix(0, 2));
      assertArrayEquals(new float[] {39, 45, 87, 101}, c.get(), 0);
      Blas.multiply(2, 2, 2, 1, a.matrix(0, 2), b.matrix(0, 2).transposed(), 0, c.matrix(0, 2));
      assertArrayEquals(new float[] {17, 23, 39, 53}, c.get(), 0);
      Blas.multiply(2, 2, 2, -1, a.matrix(0, 2).transposed(), b.matrix(0, 2), 0, c.matrix(0, 2));
      assertArrayEquals(new float[] {-26, -30, -38, -44}, c.get(), 0);
      Blas.add(2, 3, a.at(2), c.at(0));
      Blas.scale(1, 10, c.at(3));
      assertArrayEquals(new float[] {-17, -18, -38, -440}, c.get(), 0);
      assertEquals(3 * 6 + 4 * 7, Blas.dot(2, a.at(2), b.at(1)), 0);
      Blas.multiply(2, 2, 0, 1, a.matrix(0, 2), b.matrix(0, 2).transposed(), 0, c.matrix(0, 2));
      assertArrayEquals(new float[4], c.get(), 0);
    }
  }

  /** A layer's forward pass and update, with inputs row by row and weights column by column. */
  @Test
  public void aLayersProductsAreBitForBitThoseOfNd4j() {
    Random random = new Random(4);
    int[][] sizes = {{64, 768, 80}, {21, 769, 60}, {1, 400, 20}, {64, 5, 1}, {1, 1, 1}, {3, 1, 7}};
    for (int[] size : sizes) {
      int rows = size[0];
      int inputs = size[1];
      int columns = size[2];
      NativeFloats x = of(draw(rows * inputs, random));
      NativeFloats w = of(draw(inputs * columns, random));
      NativeFloats dz = of(draw(rows * columns, random));
      NativeFloats z = new NativeFloats((long) rows * columns);
      INDArray theirX = array(x, rows, inputs, 'c');
      INDArray theirW = array(w, inputs, columns, 'f');
      INDArray theirZ = array(z, rows, columns, 'f');
      Nd4j.gemm(theirX, theirW, theirZ, false, false, 1, 0);
      Nd4j.gemm(theirX, array(dz, rows, columns, 'f'), theirW, true, false, -0.02f, 1);
      Blas.multiply(
          columns,
          rows,
          inputs,
          1,
          w.matrix(0, inputs),
          x.matrix(0, inputs).transposed(),
          0,
          z.matrix(0, rows));
      Blas.multiply(
          columns,
          inputs,
          rows,
          -0.02f,
          dz.matrix(0, rows),
          x.matrix(0, inputs),
          1,
          w.matrix(0, inputs));
      assertArrayEquals(theirZ.data().asFloat(), z.get(), 0);
      assertArrayEquals(theirW.data().asFloat(), w.get(), 0);
      for (NativeFloats floats : new NativeFloats[] {x, w, dz, z}) {
        floats.close();
      }
    }
  }

  private static float[] draw(int count, Random random) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return numbers;
  }

  private static INDArray array(NativeFloats floats, int rows, int columns, char order) {
    INDArray array = Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, columns}, order);
    array.data().setData(floats.get());
    return array;
  }
}
