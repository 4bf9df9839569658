/** What a study runs: the paper's settings and others, protocols, systems, and the command line. */
package emotiontransfer.study.plan;
