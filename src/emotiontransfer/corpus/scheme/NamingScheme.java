package emotiontransfer.corpus.scheme;

/**
 * Reads subject and emotion of a clip off its name and its folders.
 *
 * <p>A new scheme is one class and its line in {@link Scheme}.
 */
public interface NamingScheme {

  /**
   * Parses a path.
   *
   * @param path below the corpus folder
   * @return who shows which emotion, or why the path does not say so
   */
  ParseResult parse(ClipPath path);
}
