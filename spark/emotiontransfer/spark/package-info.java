/**
 * Runs studies and evaluations on a cluster of Apache Spark, one Spark task for each model of a
 * source and each fold. Read {@link emotiontransfer.spark.SparkStudy} first, then {@link
 * emotiontransfer.spark.SparkExecutor} and {@link emotiontransfer.spark.SparkTasks}.
 */
package emotiontransfer.spark;
