package emotiontransfer.speech;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class MelFilterBankTest {

  @Test
  public void htkMelOfOneKilohertzIsThousand() {
    // 2595 log10(1 + 1000/700) = 999.9855
    assertEquals(999.9855, MelFilterBank.mel(1000), 1e-3);
    assertEquals(1000, MelFilterBank.hertz(MelFilterBank.mel(1000)), 1e-9);
  }

  @Test
  public void triangleOfOneBandIsLinearInHertzAndOneAtItsMiddle() {
    SpeechSettings one =
        new SpeechSettings(
            16000,
            25,
            10,
            512,
            1,
            0,
            8000,
            1e-10,
            2,
            64,
            34,
            ShortClip.REPEAT,
            LevelNormalization.NONE);
    MelFilterBank bank = new MelFilterBank(one);
    double middle = MelFilterBank.hertz(MelFilterBank.mel(8000) / 2);
    for (int bin = 0; bin <= 256; bin++) {
      float[] power = new float[257];
      power[bin] = 1;
      double hertz = bin * 31.25;
      double expected = hertz <= middle ? hertz / middle : (8000 - hertz) / (8000 - middle);
      assertEquals("bin " + bin, expected, bank.energy(power, 0), 1e-6);
    }
  }

  @Test
  public void weightsOfABinAddUpToOneBetweenTheFirstAndTheLastMiddle() {
    MelFilterBank bank = new MelFilterBank(SpeechSettings.PAPER);
    double step = (MelFilterBank.mel(8000) - MelFilterBank.mel(20)) / 65;
    double firstMiddle = MelFilterBank.hertz(MelFilterBank.mel(20) + step);
    double lastMiddle = MelFilterBank.hertz(MelFilterBank.mel(8000) - step);
    for (int bin = 0; bin <= 256; bin++) {
      if (bin * 31.25 < firstMiddle || bin * 31.25 > lastMiddle) {
        continue;
      }
      float[] power = new float[257];
      power[bin] = 1;
      double sum = 0;
      for (int band = 0; band < bank.bands(); band++) {
        sum += bank.energy(power, band);
      }
      assertEquals("bin " + bin, 1, sum, 1e-5);
    }
  }
}
