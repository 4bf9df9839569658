package emotiontransfer.demo.speech;

import java.util.List;
import java.util.stream.Stream;

/**
 * An invented language: its name and its sentences, which every speaker says in every emotion.
 *
 * @param name lower case; names the corpus
 * @param sentences at least as many as a corpus takes
 */
record Language(String name, List<Sentence> sentences) {

  /** Stress on the first syllable, closed syllables, clusters, twelve vowels. */
  static final Language NORDAN =
      of(
          "nordan",
          "'vEn.t@r 'lOs.t@n Im 'dax, 'Sti.l@ 'krE.f@n",
          "dEs 'hUn.t@s 'bru.d@r, 'ze.n@t 'mi.l@",
          "'fly.g@l 'trEft In 'zO.m@r, 'klain.t@ 'bU.x@n",
          "nu 'Stat d@ 'man, fOr 'd2r@n 'Sa.t@",
          "'gEl.b@r 'vInt, 'tra.g@t 'SnE.l@n 'ra.b@n",
          "'o.b@n 'lixt d@ 'Svar.z@ 'tOpf");

  /** Stress on the last but one syllable, open syllables, five vowels. */
  static final Language VELUA =
      of(
          "velua",
          "ta.'lo.ma ne 'ri.o, ka.'mi.na so.'le.ja",
          "u.ma.'no.te la 'pe.sa, vi.'lu.a do 'ma.ri",
          "se 'no.wa ti.ra.'mo, ke.'ba.lo ni 'su.ra",
          "mi 'ga.to ja.'ne.ra, o.'du.ma le.'pi.ko",
          "na.'vi.lo re 'tu.na, pa 'so.li me.'ka.ra");

  private static Language of(String name, String... notations) {
    return new Language(name, Stream.of(notations).map(Sentence::parse).toList());
  }
}
