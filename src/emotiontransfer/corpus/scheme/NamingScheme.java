package emotiontransfer.corpus.scheme;

/** Reads subject and emotion of a clip off its name and its folders. */
public sealed interface NamingScheme
    permits EmoDb, Savee, Enterface05, Ravdess, CremaD, Tess, EmotionFolders {

  /**
   * Reads a path.
   *
   * @param path below the corpus folder
   * @return who shows which emotion, or why that cannot be read off the path
   */
  ParseResult read(ClipPath path);
}
