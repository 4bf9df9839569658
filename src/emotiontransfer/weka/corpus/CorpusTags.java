package emotiontransfer.weka.corpus;

import emotiontransfer.corpus.CorpusFile;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Scheme;
import java.util.ArrayList;
import java.util.List;
import weka.core.SelectedTag;
import weka.core.Tag;
import weka.core.converters.EmotionCorpusLoader;

/** The choices of {@link EmotionCorpusLoader} as Weka's GUI offers them. */
public final class CorpusTags {

  /** The naming schemes. */
  public static final Tag[] SCHEMES = schemes();

  /** What clips can be wanted for. */
  public static final Tag[] MODALITIES = modalities();

  private CorpusTags() {}

  /** Returns the choice of a scheme. */
  static SelectedTag scheme(Scheme scheme) {
    return new SelectedTag(scheme.ordinal(), SCHEMES);
  }

  /**
   * Returns the choice of a modality.
   *
   * @throws IllegalArgumentException if the word is none of them
   */
  static SelectedTag modality(String word) {
    int id = CorpusFile.parseModality(word).map(modality -> modality.ordinal() + 1).orElse(0);
    return new SelectedTag(id, MODALITIES);
  }

  /**
   * Returns the word of a choice.
   *
   * @throws IllegalArgumentException if the choice has not been made among the given ones
   */
  static String word(SelectedTag choice, Tag[] among) {
    String word = choice.getSelectedTag().getReadable();
    return new SelectedTag(word, among).getSelectedTag().getReadable();
  }

  private static Tag[] schemes() {
    List<Tag> tags = new ArrayList<>();
    for (Scheme scheme : Scheme.values()) {
      tags.add(new Tag(scheme.ordinal(), scheme.keyword(), scheme.keyword(), false));
    }
    return tags.toArray(new Tag[0]);
  }

  private static Tag[] modalities() {
    List<Tag> tags = new ArrayList<>();
    tags.add(new Tag(0, CorpusFile.ANY_MODALITY, CorpusFile.ANY_MODALITY, false));
    for (Modality modality : Modality.values()) {
      tags.add(new Tag(modality.ordinal() + 1, modality.keyword(), modality.keyword(), false));
    }
    return tags.toArray(new Tag[0]);
  }
}
