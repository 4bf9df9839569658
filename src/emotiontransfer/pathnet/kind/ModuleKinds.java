package emotiontransfer.pathnet.kind;

import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModuleKind;
import java.util.List;
import java.util.stream.Stream;

/** All kinds of modules. */
public final class ModuleKinds {

  /** All kinds, the default first. */
  public static final List<ModuleKind> ALL =
      List.of(new LinearModule(), new ConvolutionModule(Kernel.TIME), ImageModule.FACES);

  /**
   * Returns the kind of a keyword of the option {@code -module}, or of one for each layer,
   * separated by commas.
   */
  public static ModuleKind ofKeyword(String keyword) {
    List<ModuleKind> kinds =
        Stream.of(keyword.split(",")).map(String::trim).map(ModuleKinds::ofWord).toList();
    return kinds.size() == 1 ? kinds.get(0) : new MixedModules(kinds);
  }

  private static ModuleKind ofWord(String keyword) {
    return ALL.stream()
        .flatMap(kind -> kind.named(keyword).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no module kind '%s'; the kinds are: %s."
                        .formatted(
                            keyword,
                            String.join(", ", ALL.stream().map(ModuleKind::keyword).toList()))));
  }

  private ModuleKinds() {}
}
