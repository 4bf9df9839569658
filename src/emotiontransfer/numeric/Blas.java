package emotiontransfer.numeric;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The one binding of BLAS: products of row-major matrices, in the calling thread. With weights w of
 * {@code [m][k]} and a mini-batch x of {@code [n][k]}, {@code multiply(m, n, k, 1, w,
 * x.transposed(), 0, z)} gives all weighted sums, and {@code multiply(m, k, n, -learningRate, dz,
 * x, 1, w)} is a step of gradient descent, in place.
 */
public final class Blas {

  private Blas() {}

  /** A part of a matrix whose stored rows, or columns if transposed, are a stride apart. */
  public record Matrix(FloatPointer start, int stride, boolean isTransposed) {

    public Matrix transposed() {
      return new Matrix(start, stride, !isTransposed);
    }

    private int flag() {
      return isTransposed ? CblasTrans : CblasNoTrans;
    }
  }

  /** c = alpha a b + beta c, with a [m][k], b [k][n] and c [m][n], which is not transposed. */
  public static void multiply(
      int m, int n, int k, float alpha, Matrix a, Matrix b, float beta, Matrix c) {
    openblas_nolapack.cblas_sgemm(
        CblasRowMajor,
        a.flag(),
        b.flag(),
        m,
        n,
        k,
        alpha,
        a.start,
        a.stride,
        b.start,
        b.stride,
        beta,
        c.start,
        c.stride);
  }

  /** y = y + alpha x. */
  public static void add(int length, float alpha, FloatPointer x, FloatPointer y) {
    openblas_nolapack.cblas_saxpy(length, alpha, x, 1, y, 1);
  }

  /** x = alpha x. */
  public static void scale(int length, float alpha, FloatPointer x) {
    openblas_nolapack.cblas_sscal(length, alpha, x, 1);
  }

  /** Returns the sum of the products of x and y. */
  public static float dot(int length, FloatPointer x, FloatPointer y) {
    return openblas_nolapack.cblas_sdot(length, x, 1, y, 1);
  }
}
