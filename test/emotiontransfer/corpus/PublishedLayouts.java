package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names of files as corpora are distributed, as many as were published. */
final class PublishedLayouts {

  private static final int TUREV_CLIPS = 1735;
  private static final int ASED_CLIPS = 2474;

  private PublishedLayouts() {}

  /** Returns the names of those corpora whose names say subject and emotion. */
  static List<String> of(Scheme scheme) {
    return switch (scheme) {
      case EMODB -> names("%s%s%sa.wav", ints("%02d", 3, 16), texts("a01 b09"), texts("W L E A F"));
      case SAVEE ->
          names("%s/%s%s.wav", texts("DC JE JK KL"), texts("a sa su"), ints("%02d", 1, 15));
      case ENTERFACE ->
          names("s%s_%s_%s.avi", ints("%d", 1, 44), texts("an di su"), ints("%d", 1, 5));
      case RAVDESS -> names("03-01-%s-01-02-01-%s.wav", ints("%02d", 1, 8), ints("%02d", 1, 24));
      case CREMA_D -> names("%s_DFA_%s_XX.wav", ints("%d", 1001, 1091), texts("ANG DIS NEU SAD"));
      case TESS ->
          names("%s_%s_%s.wav", texts("OAF YAF"), texts("back bar"), texts("angry ps sad"));
      case URDU -> urdu();
      case ASED -> ased();
      case TUREV -> turev();
      case EMOVO ->
          names(
              "%3$s/%1$s-%3$s-%2$s.wav",
              texts("dis gio neu pau rab sor tri"),
              texts("b1 b2 b3 l1 l2 l3 l4 n1 n2 n3 n4 n5 d1 d2"),
              texts("f1 f2 f3 m1 m2 m3"));
      case AESDD ->
          names("%1$s%2$s (%3$s).wav", texts("a d f h s"), ints("%02d", 1, 20), ints("%d", 1, 5));
      case CAFE -> cafe();
      case MESD ->
          names(
              "%s_%s_%s.wav",
              texts("Anger Disgust Fear Happiness Neutral Sadness"),
              texts("C F M"),
              Stream.of("A", "B")
                  .flatMap(list -> IntStream.range(0, 24).mapToObj(i -> list + "_palabra" + i))
                  .toList());
      case SHEMO -> shemo();
      case SUBESCO -> subesco();
      case JAFFE -> jaffe();
      case CK48 -> ck48();
      case YALE ->
          names(
              "yalefaces/subject%s.%s",
              ints("%02d", 1, 15),
              texts(
                  "centerlight glasses happy leftlight noglasses normal rightlight sad sleepy"
                      + " surprised wink"));
      default -> List.of();
    };
  }

  private static List<String> texts(String words) {
    return List.of(words.split(" "));
  }

  private static List<String> ints(String format, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> String.format(Locale.ROOT, format, i))
        .toList();
  }

  /** Returns a name for each combination of the parts. */
  @SafeVarargs
  private static List<String> names(String format, List<String>... parts) {
    List<List<String>> combinations = List.of(List.of());
    for (List<String> part : parts) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> begun : combinations) {
        for (String one : part) {
          longer.add(Stream.concat(begun.stream(), Stream.of(one)).toList());
        }
      }
      combinations = longer;
    }
    return combinations.stream()
        .map(one -> String.format(Locale.ROOT, format, one.toArray()))
        .toList();
  }

  private static List<String> urdu() {
    List<String> speakers =
        Stream.concat(ints("SM%d", 1, 27).stream(), ints("SF%d", 1, 11).stream()).toList();
    List<String> names = new ArrayList<>();
    for (String folder : texts("Angry Happy Neutral Sad")) {
      for (int i = 1; i <= 100; i++) {
        String speaker = speakers.get((i - 1) % speakers.size());
        names.add("%s/%s_F%s_%s0%s.wav".formatted(folder, speaker, i, folder.charAt(0), i));
      }
    }
    return names;
  }

  private static List<String> ased() {
    List<String> all =
        names(
            "%3$s-%1$s-%2$s-0%4$s.wav",
            ints("%02d", 1, 7),
            ints("%02d", 1, 2),
            texts("n1 f2 h3 s4 a5"),
            Stream.concat(ints("1-%02d", 1, 25).stream(), ints("2-%02d", 26, 65).stream())
                .toList());
    List<String> names = new ArrayList<>(all.subList(0, ASED_CLIPS));
    names.replaceAll(name -> name.equals("s4-04-02-01-25.wav") ? "S4-04-02-01-25.wav" : name);
    return names;
  }

  private static List<String> turev() {
    List<String> names = new ArrayList<>();
    for (String word : ints("word%d", 1, 82)) {
      for (String speaker : texts("1157 1234 1358 1984 6783 7895")) {
        for (String emotion : texts("Angry/S_kz Calm/S_sk Sad/S_hl Happy/S_mt")) {
          names.add("Sound Source/%s_%s.wav".formatted(emotion.replace("S_", speaker + "_"), word));
        }
      }
    }
    return names.subList(0, TUREV_CLIPS);
  }

  private static List<String> cafe() {
    List<String> names = new ArrayList<>();
    names.addAll(
        names(
            "%2$s/%3$s/%1$s-%2$s-%3$s-%4$s.wav",
            ints("%02d", 1, 12), texts("C D J P S T"), ints("%d", 1, 2), ints("%d", 1, 6)));
    names.addAll(names("Neutre/%s-N-1-%s.wav", ints("%02d", 1, 12), ints("%d", 1, 6)));
    return names;
  }

  private static List<String> shemo() {
    List<String> speakers =
        Stream.concat(ints("female/F%02d", 1, 31).stream(), ints("male/M%02d", 1, 56).stream())
            .toList();
    List<String> names = new ArrayList<>();
    Map.of("A", 1059, "N", 1028, "S", 449, "W", 225, "H", 201, "F", 38)
        .forEach(
            (letter, count) -> {
              for (int i = 0; i < count; i++) {
                String speaker = speakers.get(i % speakers.size());
                names.add(
                    String.format(
                        Locale.ROOT, "%s%s%02d.wav", speaker, letter, i / speakers.size() + 1));
              }
            });
    return names;
  }

  private static List<String> subesco() {
    List<String> speakers = new ArrayList<>();
    for (String sex : List.of("F", "M")) {
      for (int i = 1; i <= 10; i++) {
        speakers.add(String.format(Locale.ROOT, "%s_%02d_NAME%s", sex, i, (char) ('A' + i)));
      }
    }
    return names(
        "%s_S_%s_%s_%s.wav",
        speakers,
        ints("%d", 1, 10),
        texts("ANGRY DISGUST FEAR HAPPY NEUTRAL SAD SURPRISE"),
        ints("%d", 1, 5));
  }

  private static List<String> jaffe() {
    List<String> subjects = texts("KA KL KM KR MK NA NM TM UY YM");
    List<String> names = new ArrayList<>();
    Map.of("AN", 30, "DI", 29, "FE", 32, "HA", 31, "NE", 30, "SA", 31, "SU", 30)
        .forEach(
            (code, count) -> {
              for (int i = 0; i < count; i++) {
                String subject = subjects.get(i % subjects.size());
                int pose = i / subjects.size() + 1;
                names.add("%s.%s%s.%s.tiff".formatted(subject, code, pose, names.size() + 1));
              }
            });
    return names;
  }

  private static List<String> ck48() {
    List<String> names = new ArrayList<>();
    Map<String, Integer> pictures =
        Map.of(
            "anger",
            135,
            "contempt",
            54,
            "disgust",
            177,
            "fear",
            75,
            "happy",
            207,
            "sadness",
            84,
            "surprise",
            249);
    pictures.forEach(
        (emotion, count) -> {
          for (int i = 0; i < count; i++) {
            int sequence = names.size() / 3;
            names.add(
                String.format(
                    Locale.ROOT,
                    "CK+48/%s/S%03d_%03d_%08d.png",
                    emotion,
                    10 + sequence % 118,
                    sequence / 118 + 1,
                    15 + i % 3));
          }
        });
    return names;
  }
}
