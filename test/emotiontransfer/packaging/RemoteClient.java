package emotiontransfer.packaging;

import emotiontransfer.study.PluginMetrics;
import emotiontransfer.weka.remote.EngineSecret;
import emotiontransfer.weka.remote.EngineSockets;
import java.net.InetAddress;
import java.nio.file.Path;
import java.rmi.server.RMISocketFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import weka.experiment.Experiment;
import weka.experiment.RemoteExperiment;

/** Does what the Experimenter's window does with an experiment by run, and ends with it. */
final class RemoteClient {

  private RemoteClient() {}

  /** Takes the file of the secret, hosts with commas between, and options of an experiment. */
  public static void main(String[] args) throws Exception {
    PluginMetrics.register();
    EngineSecret secret = EngineSecret.read(Path.of(args[0]));
    RMISocketFactory.setSocketFactory(
        new EngineSockets(
            InetAddress.getLoopbackAddress(), Optional.of(secret), System.err::println));
    Experiment base = new Experiment();
    base.setOptions(Arrays.copyOfRange(args, 2, args.length));
    RemoteExperiment experiment = new RemoteExperiment(base);
    experiment.setSplitByDataSet(false);
    List.of(args[1].split(",")).forEach(experiment::addRemoteHost);
    CountDownLatch ended = new CountDownLatch(1);
    experiment.addRemoteExperimentListener(
        event -> {
          System.out.println(event.m_messageString.strip());
          if (event.m_experimentFinished) {
            ended.countDown();
          }
        });
    experiment.initialize();
    experiment.runExperiment();
    ended.await();
  }
}
