package emotiontransfer.study.run;

import emotiontransfer.study.fold.FoldStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The training and test of one fold of an experiment. */
record FoldTask(SystemExperiment experiment, String fold, SettingBags bags) implements StudyTask {

  @Override
  public List<Path> files() {
    FoldStore store = experiment.store();
    List<Path> files = new ArrayList<>();
    if (experiment.keepsModel(fold)) {
      files.add(store.model());
    }
    files.add(store.file(fold));
    return files;
  }

  @Override
  public Optional<Path> input() {
    return experiment.source();
  }

  @Override
  public boolean isSingleThreaded() {
    return experiment.system().isBaseline();
  }

  @Override
  public void run() throws Exception {
    experiment.run(
        fold, experiment.system().isBaseline() ? bags.functionals() : bags.destination());
  }

  @Override
  public String toString() {
    return experiment + ", fold " + fold;
  }
}
