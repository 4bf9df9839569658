package emotiontransfer.pathnet.model;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.Provenance.LevelRange;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.pathnet.Blobs;
import emotiontransfer.pathnet.PathNetLearner;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.network.Pathway;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.Before;
import org.junit.Test;

public class ModelFormatTest {

  private PathNetModel model;
  private byte[] bytes;

  @Before
  public void learn() throws Exception {
    PathNetModel source = Blobs.learn(3, 40, 3, 1);
    model = Blobs.learn(3, 40, 2, 5, source);
    bytes = ModelFormat.toBytes(model);
  }

  @Test
  public void aModelThatIsReadBackIsTheSameToTheBit() throws Exception {
    PathNetModel read = ModelFormat.fromBytes(bytes);
    assertArrayEquals(bytes, ModelFormat.toBytes(read));
    assertEquals(ModelFormat.fingerprint(model), ModelFormat.fingerprint(read));
    assertEquals(model.provenance(), read.provenance());
    assertEquals(model.trace().history(), read.trace().history());
    assertEquals(model.trace().finalPopulation(), read.trace().finalPopulation());
    assertEquals(model.trace().best(), read.trace().best());
    float[] sample = Blobs.sample(0, 12, new Random(3));
    assertArrayEquals(
        model.probabilities(new float[][] {sample.clone()})[0],
        read.probabilities(new float[][] {sample.clone()})[0],
        0);
  }

  @Test
  public void levelsOfTheClipsAreKeptAndChangeNoFingerprint() throws Exception {
    PathNetModel levelled = withLevels(new LevelRange(-20.5, -4));
    assertEquals(ModelFormat.fingerprint(model), ModelFormat.fingerprint(levelled));
    PathNetModel read = ModelFormat.fromBytes(ModelFormat.toBytes(levelled));
    assertEquals(new LevelRange(-20.5, -4), read.provenance().levels());
  }

  @Test
  public void filesOfVersion4HaveNoLevels() throws Exception {
    byte[] now = ModelFormat.toBytes(withLevels(new LevelRange(-20.5, -4)));
    // Two numbers of 8 bytes and the length of the card stand before the 4 bytes that say that
    // nothing continues the model.
    byte[] before = Arrays.copyOf(now, now.length - 20);
    System.arraycopy(now, now.length - 4, before, before.length - 4, 4);
    ByteBuffer.wrap(before).putInt(4, 4);
    PathNetModel read = ModelFormat.fromBytes(signed(before));
    assertEquals(LevelRange.UNKNOWN, read.provenance().levels());
    assertArrayEquals(bytes, ModelFormat.toBytes(read));
  }

  @Test
  public void aCardIsKeptAndChangesNoFingerprint() throws Exception {
    PathNetModel described = model.withCard("Acted, not felt.\n");
    assertEquals(ModelFormat.fingerprint(model), ModelFormat.fingerprint(described));
    PathNetModel read = ModelFormat.fromBytes(ModelFormat.toBytes(described));
    assertEquals("Acted, not felt.\n", read.provenance().card());
    assertEquals("", ModelFormat.fromBytes(bytes).provenance().card());
  }

  @Test
  public void filesOfVersion5HaveNoCard() throws Exception {
    byte[] before = Arrays.copyOf(bytes, bytes.length - 4);
    ByteBuffer.wrap(before).putInt(4, 5);
    PathNetModel read = ModelFormat.fromBytes(signed(before));
    assertArrayEquals(bytes, ModelFormat.toBytes(read));
  }

  @Test
  public void aCardOfABookIsRejected() {
    String book = "x".repeat(Provenance.MOST_CARD + 1);
    assertThrows(IllegalArgumentException.class, () -> model.withCard(book));
  }

  @Test
  public void levelsInTheWrongOrderAreRejected() {
    byte[] damaged = ModelFormat.toBytes(withLevels(new LevelRange(-20.5, -4)));
    ByteBuffer.wrap(damaged).putDouble(damaged.length - 24, 3);
    IOException rejection =
        assertThrows(IOException.class, () -> ModelFormat.fromBytes(signed(damaged)));
    assertEquals("is damaged (levels from 3.0 to -4.0 dB)", rejection.getMessage());
  }

  private PathNetModel withLevels(LevelRange levels) {
    return model.with(model.provenance().with(levels));
  }

  /** Makes the checksum fit. */
  private static byte[] signed(byte[] bytes) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(bytes, 40, bytes.length));
    System.arraycopy(hash, 0, bytes, 8, 32);
    return bytes;
  }

  @Test
  public void everyTruncationIsRejected() {
    for (int length = 0; length < bytes.length; length += 101) {
      byte[] cut = Arrays.copyOf(bytes, length);
      IOException rejection = assertThrows(IOException.class, () -> ModelFormat.fromBytes(cut));
      assertTrue(rejection.getMessage(), rejection.getMessage().contains("truncated"));
    }
  }

  @Test
  public void aSingleWrongBitIsRejected() {
    Random random = new Random(8);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      assertThrows(IOException.class, () -> ModelFormat.fromBytes(damaged));
    }
  }

  @Test
  public void aPathwayThatLeavesTheGridIsRejected() {
    int layers = model.shape().layers();
    for (Pathway outside :
        List.of(
            new Pathway(Collections.nCopies(layers, List.of(model.shape().modules()))),
            Pathway.empty(layers + 1))) {
      PathNetModel wrong =
          new PathNetModel(
              model.provenance(),
              model.grid(),
              model.head(),
              model.scaling(),
              outside,
              model.sourceUse(),
              model.trace(),
              model.sequences(),
              null);
      byte[] written = ModelFormat.toBytes(wrong);
      IOException error = assertThrows(IOException.class, () -> ModelFormat.fromBytes(written));
      assertEquals("is damaged (a pathway leaves the grid)", error.getMessage());
    }
  }

  @Test
  public void anotherFormatVersionIsNamed() {
    ByteBuffer.wrap(bytes).putInt(4, 99);
    IOException rejection = assertThrows(IOException.class, () -> ModelFormat.fromBytes(bytes));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("99"));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("reads 3"));
  }

  /** A stranger can make the checksum fit; lengths must not be believed then. */
  @Test
  public void forgedBytesBehindAFittingChecksumLeadToNothingWorseThanARejection() throws Exception {
    Random random = new Random(9);
    for (int i = 0; i < 300; i++) {
      byte[] forged = bytes.clone();
      ByteBuffer.wrap(forged).putInt(40 + random.nextInt(600), random.nextInt());
      assertNothingWorseThanARejection(forged);
    }
  }

  /** What continues an evolution stands at the end, coefficients of segments before the rest. */
  @Test
  public void forgedCoefficientsLeadToNothingWorseThanARejection() throws Exception {
    TrainingSet data = Blobs.sorted(4, 12, 2, 5);
    byte[] finished;
    byte[] resumable;
    try (PathNetLearner learner = Blobs.learner(Blobs.settings(3, 1), data, 2, List.of())) {
      learner.next();
      finished = ModelFormat.toBytes(learner.model());
      resumable = ModelFormat.toBytes(learner.resumableModel());
    }
    assertArrayEquals(resumable, ModelFormat.toBytes(ModelFormat.fromBytes(resumable)));
    Random random = new Random(9);
    for (int i = 0; i < 300; i++) {
      byte[] forged = resumable.clone();
      int length = resumable.length - finished.length;
      int at = finished.length - Integer.BYTES + random.nextInt(length);
      ByteBuffer.wrap(forged).putInt(at, i % 2 == 0 ? random.nextInt() : random.nextInt(3));
      assertNothingWorseThanARejection(forged);
    }
  }

  private static void assertNothingWorseThanARejection(byte[] forged) throws Exception {
    try {
      ModelFormat.fromBytes(signed(forged));
    } catch (IOException e) {
      assertTrue(e.getMessage(), e.getMessage().startsWith("is "));
    }
  }
}
