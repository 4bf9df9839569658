/**
 * Sockets for remote experiments on which both sides prove that they know the same secret. Read
 * {@link emotiontransfer.weka.remote.EngineSockets} first, then {@link
 * emotiontransfer.weka.remote.EngineSecret}.
 */
package emotiontransfer.weka.remote;
