package emotiontransfer.demo.face.actor;

/**
 * What the face's muscles can do, after the Facial Action Coding System (Ekman, Friesen and Hager
 * 2002); the number is the system's.
 */
public enum ActionUnit {
  INNER_BROW_RAISER(1),
  OUTER_BROW_RAISER(2),
  BROW_LOWERER(4),
  UPPER_LID_RAISER(5),
  CHEEK_RAISER(6),
  LID_TIGHTENER(7),
  NOSE_WRINKLER(9),
  UPPER_LIP_RAISER(10),
  LIP_CORNER_PULLER(12),
  LIP_CORNER_DEPRESSOR(15),
  CHIN_RAISER(17),
  LIP_STRETCHER(20),
  LIP_PRESSOR(24),
  LIPS_PART(25),
  JAW_DROP(26);

  private final int number;

  ActionUnit(int number) {
    this.number = number;
  }

  /** Returns the unit with a number of the coding system. */
  public static ActionUnit numbered(int number) {
    for (ActionUnit unit : values()) {
      if (unit.number == number) {
        return unit;
      }
    }
    throw new IllegalArgumentException("no action unit has the number " + number);
  }
}
