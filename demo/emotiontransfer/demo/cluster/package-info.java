/**
 * A cluster of Apache Spark on this machine alone, for a try and for tests. Read {@link
 * emotiontransfer.demo.cluster.LoopbackCluster} first.
 */
package emotiontransfer.demo.cluster;
