/**
 * The step that this package adds to the KnowledgeFlow: it splits a table by subjects. Read {@link
 * weka.knowledgeflow.steps.SubjectFoldMaker} first, then {@link
 * emotiontransfer.weka.evaluation.SubjectFolds}.
 */
package weka.knowledgeflow.steps;
