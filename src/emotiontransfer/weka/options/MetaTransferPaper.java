package emotiontransfer.weka.options;

import weka.core.TechnicalInformation;
import weka.core.TechnicalInformation.Field;
import weka.core.TechnicalInformation.Type;

/** The paper that this package is about, as Weka cites it. */
public final class MetaTransferPaper {

  private MetaTransferPaper() {}

  /** Returns the reference: a new one, to which others may be added. */
  public static TechnicalInformation reference() {
    TechnicalInformation paper = new TechnicalInformation(Type.ARTICLE);
    paper.setValue(
        Field.AUTHOR,
        "Dung Nguyen and Sridha Sridharan and Duc Thanh Nguyen and Simon Denman and David Dean and"
            + " Clinton Fookes");
    paper.setValue(Field.TITLE, "Meta Transfer Learning for Emotion Recognition");
    paper.setValue(Field.JOURNAL, "arXiv preprint arXiv:2006.13211");
    paper.setValue(Field.YEAR, "2020");
    return paper;
  }
}
