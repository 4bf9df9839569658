package emotiontransfer.gui;

import java.awt.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import weka.core.WekaPackageManager;

/** The Experimenter that has the engines' secret, with the files that its example names. */
final class EngineExperiment {

  private EngineExperiment() {}

  private static Path secret(Path corpora) {
    return corpora.resolve("engine.secret");
  }

  /** Starts an engine, which ends with this process; the first one writes the secret. */
  static Engine startEngine(Screen screen, Path corpora) throws IOException {
    Engine engine = Engine.start(secret(corpora));
    Runtime.getRuntime().addShutdownHook(new Thread(engine::kill));
    engine.await(screen, "Engine ready at " + engine.host());
    return engine;
  }

  /** Opens the window as the command line does. */
  static Window openExperimenter(Screen screen, Path corpora) throws Exception {
    WekaPackageManager.loadPackages(false);
    if (Files.notExists(corpora.resolve("source.model"))) {
      ExampleFiles.writeSource(corpora);
    }
    String secret = secret(corpora).toString();
    weka.Run.main(new String[] {"weka.gui.experiment.EmotionExperimenter", "-secret", secret});
    return screen.window("Weka Experiment Environment");
  }
}
