package emotiontransfer.numeric;

import static org.junit.Assert.assertEquals;

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
}
