package emotiontransfer.numeric;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.bytedeco.openblas.global.openblas;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.junit.Before;
import org.junit.Test;

public class NativeBackendTest {

  @Before
  public void load() {
    NativeBackend.ensureLoaded();
  }

  @Test
  public void bothCopiesOfOpenBlasAreHeldAtOneThread() {
    assertEquals(1, openblas.blas_get_num_threads());
    assertEquals(1, openblas_nolapack.blas_get_num_threads());
  }

  /** OpenBLAS names its kernels in one word, such as SkylakeX, Zen or NEOVERSEN1. */
  @Test
  public void theKernelThatOpenBlasPickedHasAName() {
    assertTrue(BlasKernel.name(), BlasKernel.name().matches("[A-Za-z][A-Za-z0-9_]+"));
    assertTrue(BlasKernel.name(), !BlasKernel.name().equals("unknown"));
  }
}
