package emotiontransfer.demo.face.actor;

/**
 * Face and head at an instant.
 *
 * @param actions what the face's muscles do
 * @param lids 0 for open to 1 for shut, beyond what the muscles do: a blink
 * @param gaze where the eyes turn, -1 (left in the picture) to 1
 * @param pose where the head is
 * @param light factor on the scene's brightness
 */
public record Moment(FacialActions actions, double lids, double gaze, Pose pose, double light) {

  /**
   * Where the head is.
   *
   * @param x of the point between the eyes, pixels
   * @param y likewise
   * @param scale pixels per half head width
   * @param roll radians, clockwise in the picture
   * @param yaw radians, positive to the right in the picture
   * @param pitch radians, positive looks down
   */
  public record Pose(double x, double y, double scale, double roll, double yaw, double pitch) {}
}
