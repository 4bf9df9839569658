package emotiontransfer.numeric;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The one binding of BLAS: products of row-major matrices, in the calling thread. {@link
 * NativeBackend} holds BLAS at one thread a call, because its own division of a product changes the
 * last bits of the result.
 *
 * <p>A layer of m outputs and k inputs has its weights as {@code [m][k]}; with a mini-batch x of
 * {@code [n][k]}, {@code productTransposed(m, n, k, w, x, 0, z)} gives all weighted sums, and
 * {@code product(m, k, n, -learningRate, dz, x, 1, w)} is a step of gradient descent, in place.
 */
public final class Blas {

  private Blas() {}

  /**
   * A part of a row-major matrix.
   *
   * @param start its first number
   * @param stride distance of two rows
   */
  public record Matrix(FloatPointer start, int stride) {}

  /** c = alpha a b + beta c, with a [m][k], b [k][n], c [m][n]. */
  public static void product(
      int m, int n, int k, float alpha, Matrix a, Matrix b, float beta, Matrix c) {
    gemm(CblasNoTrans, CblasNoTrans, m, n, k, alpha, a, b, beta, c);
  }

  /** c = a b' + beta c, with a [m][k], b [n][k], c [m][n]. */
  public static void productTransposed(
      int m, int n, int k, Matrix a, Matrix b, float beta, Matrix c) {
    gemm(CblasNoTrans, CblasTrans, m, n, k, 1, a, b, beta, c);
  }

  /** c = alpha a' b + beta c, with a [k][m], b [k][n], c [m][n]. */
  public static void transposedProduct(
      int m, int n, int k, float alpha, Matrix a, Matrix b, float beta, Matrix c) {
    gemm(CblasTrans, CblasNoTrans, m, n, k, alpha, a, b, beta, c);
  }

  private static void gemm(
      int transposeA,
      int transposeB,
      int m,
      int n,
      int k,
      float alpha,
      Matrix a,
      Matrix b,
      float beta,
      Matrix c) {
    openblas_nolapack.cblas_sgemm(
        CblasRowMajor,
        transposeA,
        transposeB,
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
}
