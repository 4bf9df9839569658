package emotiontransfer.corpus.scheme;

/** Reads subject and emotion of a clip off its name and its folders. */
public interface NamingScheme {

  /** Returns who shows which emotion, or why the path does not say so. */
  ParseResult parse(ClipPath path);
}
