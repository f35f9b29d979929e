package io.paperwire.text;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that say nothing of what a paper is about. */
public final class StopWords {

  private static final Set<String> WORDS =
      Arrays.stream(
              """
              a about above across after again against all almost also although always among an and
              another any are around as at away be became because become becomes been before being
              below between both but by can cannot could did do does doe done down due during each
              either else etc even ever every few for from further get give given go had has ha
              have having he hence her here hers him his how however i if in indeed instead into is
              it its it's itself just last least less made make many may me meanwhile might more
              moreover most mostly much must my namely neither never nevertheless no nor not now of
              off often on once one only onto or other others otherwise our ours out over own per
              perhaps please rather re same second see seem several she should show since so some
              still such than that the their them then there thereby therefore these they third
              this those though three through throughout thus to together too toward towards two
              under until up upon us very via was wa we well were what whatever when whenever where
              whereas whereby wherein whether which while who whole whom whose why will with within
              without would yet you your
              """
                  .split("\\s+"))
          .collect(Collectors.toUnmodifiableSet());

  private StopWords() {}

  /** Whether a folded word ({@link Word#form}) is one of them. */
  public static boolean contains(String form) {
    return WORDS.contains(form);
  }
}
