package emotiontransfer.weka.options;

import weka.core.TechnicalInformation;
import weka.core.TechnicalInformation.Field;
import weka.core.TechnicalInformation.Type;

/** The paper that this package is about, and others, as Weka cites them. */
public final class MetaTransferPaper {

  private MetaTransferPaper() {}

  /** Returns the reference: a new one, to which others may be added. */
  public static TechnicalInformation reference() {
    return cite(
        new TechnicalInformation(Type.ARTICLE),
        "Dung Nguyen and Sridha Sridharan and Duc Thanh Nguyen and Simon Denman and David Dean and"
            + " Clinton Fookes",
        "Meta Transfer Learning for Emotion Recognition",
        2020,
        Field.JOURNAL,
        "arXiv preprint arXiv:2006.13211");
  }

  /** Fills a reference in; behind the year stand further fields, each with its value. */
  public static TechnicalInformation cite(
      TechnicalInformation paper, String authors, String title, int year, Object... more) {
    paper.setValue(Field.AUTHOR, authors);
    paper.setValue(Field.TITLE, title);
    paper.setValue(Field.YEAR, String.valueOf(year));
    for (int i = 0; i < more.length; i += 2) {
      paper.setValue((Field) more[i], (String) more[i + 1]);
    }
    return paper;
  }
}
