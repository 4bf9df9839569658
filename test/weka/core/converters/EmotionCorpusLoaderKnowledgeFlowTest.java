package weka.core.converters;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import emotiontransfer.corpus.CorpusFolder;
import emotiontransfer.corpus.EmptyFiles;
import emotiontransfer.weka.progress.RecordingLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;
import weka.knowledgeflow.Flow;
import weka.knowledgeflow.FlowRunner;
import weka.knowledgeflow.StepManager;
import weka.knowledgeflow.StepManagerImpl;
import weka.knowledgeflow.steps.Loader;
import weka.knowledgeflow.steps.Saver;

/** Corpora as the first step of a flow, saved as a file and run. */
public class EmotionCorpusLoaderKnowledgeFlowTest {

  @Rule public final CorpusFolder folder = new CorpusFolder();

  @Before
  public void makeCorpus() throws IOException {
    EmptyFiles.in(folder.root().resolve("berlin"), "03a01Wa.wav", "03a01Fa.wav", "08a01La.wav");
  }

  @Test
  public void aFlowWithACorpusFileIsSavedAndRun() throws Exception {
    Path corpus = Files.writeString(folder.root().resolve("emo.corpus"), "dir=berlin\n");
    EmotionCorpusLoader loader = new EmotionCorpusLoader();
    loader.setFile(corpus.toFile());
    loader.setEmotions("anger,boredom");
    Instances clips = savedAndRun(loader);
    assertEquals("emo", clips.relationName());
    assertEquals(2, clips.numInstances());
  }

  @Test
  public void aFlowWithADirectoryIsSavedAndRun() throws Exception {
    EmotionCorpusLoader loader = new EmotionCorpusLoader();
    loader.setDirectory(folder.root().resolve("berlin").toFile());
    Instances clips = savedAndRun(loader);
    assertEquals("berlin", clips.relationName());
    assertEquals(3, clips.numInstances());
  }

  private Instances savedAndRun(EmotionCorpusLoader loader) throws Exception {
    File out = folder.newFolder();
    Flow flow = Flow.JSONToFlow(flow(loader, out).toJSON());
    Loader step = (Loader) flow.findStep("corpus").getManagedStep();
    EmotionCorpusLoader read = (EmotionCorpusLoader) step.getLoader();
    assertArrayEquals(loader.getOptions(), read.getOptions());
    read.setLog(new RecordingLog());

    FlowRunner runner = new FlowRunner();
    runner.setLogger(new RecordingLog());
    runner.setFlow(flow);
    runner.run();
    runner.waitUntilFinished();
    File[] written = out.listFiles();
    assertEquals(1, written.length);
    return DataSource.read(written[0].getPath());
  }

  private static Flow flow(EmotionCorpusLoader loader, File out) throws Exception {
    Loader load = new Loader();
    load.setLoader(loader);
    load.setName("corpus");
    ArffSaver arff = new ArffSaver();
    arff.setDir(out.getPath());
    arff.setFilePrefix("flow");
    Saver save = new Saver();
    save.setSaver(arff);
    save.setName("arff");
    StepManagerImpl from = new StepManagerImpl(load);
    StepManagerImpl to = new StepManagerImpl(save);
    Flow flow = new Flow();
    flow.setFlowName("corpora");
    flow.addStep(from);
    flow.addStep(to);
    flow.connectSteps(from, to, StepManager.CON_DATASET);
    return flow;
  }
}
