package emotiontransfer.weka.table;

import weka.core.Instances;

/**
 * A bag, or the header of the attribute that takes bags. Weka compares that header with every bag
 * that is added, name by name, 12,288 of them; a bag that was made from it has the very same list
 * of attributes, which Weka replaces and never changes.
 *
 * <p>Copies are ordinary tables, and so is a header that is serialized: a saved model has none of
 * this class.
 */
public final class BagTable extends Instances {

  private static final long serialVersionUID = 1L;

  /** Creates a bag without segments, of the attributes of a header. */
  public BagTable(Instances header, int capacity) {
    super(header, capacity);
  }

  @Override
  public String equalHeadersMsg(Instances dataset) {
    boolean isSame =
        dataset instanceof BagTable bag
            && bag.m_Attributes == m_Attributes
            && bag.m_ClassIndex == m_ClassIndex;
    return isSame ? null : super.equalHeadersMsg(dataset);
  }

  private Object writeReplace() {
    return isEmpty() ? new Instances(this, 0) : this;
  }
}
