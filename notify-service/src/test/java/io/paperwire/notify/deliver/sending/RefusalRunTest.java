package io.paperwire.notify.deliver.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.paperwire.notify.deliver.sending.RefusalRun.Place;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RefusalRunTest {

  private final RefusalRun run = new RefusalRun();

  @Test
  void shouldTakeTheFifthSubscriberInARowForASignThatAllAreRefused() {
    for (int person = 1; person <= 4; person++) {
      assertThat(add(person, "550 5.1.1 no person " + person)).isEqualTo(Place.FEW);
    }
    assertThat(add(5, "550-5.1.1 no person 5")).isEqualTo(Place.MANY);
    assertThat(add(1, "550 5.1.1 no person 1")).isEqualTo(Place.MANY);
  }

  @Test
  void shouldBeginAnewWhenTheServerTookAMail() {
    for (int person = 1; person <= 5; person++) {
      add(person, "550 5.1.1 no such user");
    }
    run.end(new UUID(0, 100));

    assertThat(add(6, "550 5.1.1 no such user")).isEqualTo(Place.FEW);
  }

  @Test
  void shouldKnowWhoWasRefusedBefore() {
    assertThat(add(1, "554 5.7.1 relay access denied")).isEqualTo(Place.FEW);
    assertThat(add(1, "554 5.7.1 still denied")).isEqualTo(Place.AGAIN);
    assertThat(add(1, "554 5.7.0 denied for another reason")).isEqualTo(Place.FEW);
    assertThat(add(2, "554 5.7.1 relay access denied")).isEqualTo(Place.FEW);
    assertThat(add(1, "554 5.7.1 still denied")).isEqualTo(Place.SEVERAL_AGAIN);
  }

  @Test
  void shouldNotBlameTheServerForThoseWhomItRefusesWhileItTakesOthers() {
    for (int person = 1; person <= 6; person++) {
      add(person, "554 5.7.1 closed");
      run.end(new UUID(0, 100));
    }

    for (int person = 1; person <= 6; person++) {
      assertThat(add(person, "554 5.7.1 closed")).isEqualTo(Place.FEW);
      assertThat(add(person, "554 5.7.1 closed")).isEqualTo(Place.AGAIN);
    }
    assertThat(add(7, "554 5.7.1 relay access denied")).isEqualTo(Place.FEW);
    assertThat(add(7, "554 5.7.1 relay access denied")).isEqualTo(Place.AGAIN);
    assertThat(add(1, "554 5.7.1 closed")).isEqualTo(Place.AGAIN);
  }

  @Test
  void shouldCountThemAgainOnceTheServerTookAMailOfTheirs() {
    add(1, "554 5.7.1 closed");
    run.end(new UUID(0, 100));
    run.end(new UUID(0, 1));

    for (int person = 1; person <= 4; person++) {
      assertThat(add(person, "554 5.7.1 relay access denied")).isEqualTo(Place.FEW);
    }
    assertThat(add(5, "554 5.7.1 relay access denied")).isEqualTo(Place.MANY);
  }

  @Test
  void shouldSeeThatAllAreRefusedBesideThoseWhoAlwaysWere() {
    add(1, "554 5.7.1 closed");
    run.end(new UUID(0, 100));
    for (int person = 2; person <= 6; person++) {
      add(person, "554 5.7.1 relay access denied");
    }

    assertThat(add(1, "554 5.7.1 closed")).isEqualTo(Place.MANY);
  }

  @Test
  void shouldTellAnswersApart() {
    for (int person = 1; person <= 4; person++) {
      add(person, "550 5.1.1 no such user");
      add(person, "550 no such user");
    }

    assertThat(add(5, "554 5.7.1 relay access denied")).isEqualTo(Place.FEW);
    assertThat(add(6, "550 no such user")).isEqualTo(Place.MANY);
  }

  @Test
  void shouldNotBlameTheServerForWhatItWasNotAsked() {
    for (int person = 1; person <= 9; person++) {
      assertThat(add(person, "not sent: the address is none")).isEqualTo(Place.FEW);
    }
  }

  private Place add(int person, String answer) {
    return run.add(new UUID(0, person), answer);
  }
}
