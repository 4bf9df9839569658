package emotiontransfer.gui;

import static org.junit.Assert.assertNull;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The first table of results in a database. */
record ResultsTable(String url) {

  private static final String NAME = "results0";

  /** The table in the database that WEKA_HOME names. */
  static ResultsTable ofWekaHome() throws IOException {
    Properties properties = new Properties();
    try (Reader in =
        Files.newBufferedReader(Path.of(System.getenv("WEKA_HOME"), "props/DatabaseUtils.props"))) {
      properties.load(in);
    }
    return new ResultsTable(properties.getProperty("jdbcURL"));
  }

  /** Returns the seconds of training by scheme, run and subject; none before there is a table. */
  Map<String, Double> trainingTimes() {
    Map<String, Double> times = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      DatabaseMetaData database = connection.getMetaData();
      String stored = database.storesUpperCaseIdentifiers() ? NAME.toUpperCase(Locale.ROOT) : NAME;
      if (!database.getTables(null, null, stored, null).next()) {
        return times;
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT key_scheme, key_scheme_options, key_run, key_fold, elapsed_time_training"
                  + " FROM "
                  + NAME)) {
        while (rows.next()) {
          String fold =
              String.join(
                  " ", rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
          assertNull("a row twice", times.put(fold, rows.getDouble(5)));
        }
      }
    } catch (SQLException e) {
      throw new AssertionError("no look into the database", e);
    }
    return times;
  }

  /** Makes the database as it was. */
  void forget() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS experiment_index");
      statement.execute("DROP TABLE IF EXISTS " + NAME);
    }
  }
}
