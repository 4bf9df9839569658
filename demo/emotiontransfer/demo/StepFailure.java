package emotiontransfer.demo;

/** A step that did not do what it should; the message is one sentence for the user. */
final class StepFailure extends Exception {

  private static final long serialVersionUID = 1L;

  StepFailure(String message) {
    super(message);
  }
}
