package io.paperwire.notify.web.likes;

import static io.paperwire.notify.web.SamplePapers.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.paperwire.embedded.Backend;
import io.paperwire.notify.token.TokenScope;
import io.paperwire.notify.token.TokenSigner;
import io.paperwire.notify.web.RunningWeb;
import io.paperwire.schemas.Author;
import io.paperwire.schemas.DigestOrder;
import io.paperwire.schemas.EnrichedPaper;
import io.paperwire.schemas.Interest;
import io.paperwire.schemas.LikedExample;
import io.paperwire.schemas.PaperVector;
import io.paperwire.schemas.SubscriberInterests;
import io.paperwire.testing.Backends;
import io.paperwire.testing.UseBackends;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@UseBackends({Backend.KAFKA, Backend.REGISTRY, Backend.POSTGRES, Backend.MAILBOX})
@TestInstance(Lifecycle.PER_CLASS)
final class LikesIT implements LikesApiTests {

  private static final String ORCID = "0000-0002-1825-0097";

  private final RunningWeb web;

  LikesIT(Backends backends) {
    this.web = RunningWeb.start(backends, "likes-it");
  }

  @BeforeAll
  void publish() {
    web.publish(
        List.of(
            paper("arxiv:2401.00001", "Graph networks for molecules", "2026-06-12T00:00:00Z")
                .setAbstractText("They learn what a molecule does.")
                .setVector(vector(100, 0))
                .build(),
            paper("arxiv:2401.00002", "No vector yet", "2026-06-12T00:00:00Z").build(),
            paper("doi:10.1000/abc", "Deep Sea Fish: A Survey", "2026-06-12T00:00:00Z")
                .setVector(vector(0, 100))
                .setAuthors(List.of(new Author("Ada Lovelace", ORCID, null)))
                .build()));
    await()
        .atMost(Holder.LIMIT)
        .until(() -> web.get("/papers/arxiv:2401.00002").statusCode() == 200);
    await()
        .atMost(Holder.LIMIT)
        .until(() -> web.get("/papers/doi:10.1000/abc").statusCode() == 200);
  }

  @Override
  public RunningWeb web() {
    return web;
  }

  @AfterAll
  void stop() {
    web.close();
  }

  @Test
  void shouldLearnFromAllThatPeopleHaveAndTellTheTopic() {
    Holder ada = Holder.subscribe(web, "ada@likes.example.org");
    String likes = ada.likes();
    assertThat(web.get(likes).body()).contains("You have no examples yet.");

    String chosen =
        web.post(
                likes + "/papers", "papers=2401.00001%0Ahttps%3A%2F%2Farxiv.org%2Fabs%2F9999.00001")
            .body();
    assertThat(chosen)
        .contains("1 example taken.", "Graph networks for molecules", "Not found")
        .contains(">https://arxiv.org/abs/9999.00001</textarea>");
    Interest first = ada.told(it -> Holder.likesOf(it).size() == 1);
    assertThat(first.getLikedTerms().getWeights().remaining()).isPositive();
    assertThat(first.getDislikedTerms()).isNull();
    LikedExample example = first.getLikes().getFirst();
    assertThat(example.getPaperId()).isEqualTo("arxiv:2401.00001");
    assertThat(example.getVector()).isEqualTo(vector(100, 0));

    assertThat(web.post(likes + "/author", "orcid=https%3A%2F%2Forcid.org%2F" + ORCID).body())
        .contains("Deep Sea Fish: A Survey", "ORCID " + ORCID);
    HttpResponse<String> typo = web.post(likes + "/author", "orcid=0000-0002-1825-0098");
    assertThat(typo.statusCode()).isEqualTo(400);
    assertThat(typo.body()).contains("is no ORCID iD such as", "value=\"0000-0002-1825-0098\"");
    assertThat(web.post(likes + "/author", "orcid=0000-0001-5109-3700").body())
        .contains("1 is not here yet", "papers by ORCID iD 0000-0001-5109-3700");
    assertThat(web.post(likes + "/papers", "papers=2401.00001").body())
        .contains("1 you had already.")
        .doesNotContain("taken.");
    HttpResponse<String> nothing = web.post(likes + "/papers", "papers=+%2C");
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(nothing.body()).contains("Please name a paper");

    String library =
        upload(
            ada,
            "works.bib",
            """
            @article{held, title = {Deep sea fishes -- a survey}, doi = {10.1000/ABC}}
            @article{broken, title = = {x}}
            @article{text, title = {Proteins fold}, abstract = {They do.}}
            @misc{unknown, eprint = {2202.12345}}
            """);
    assertThat(library)
        .contains(
            "1 example taken.",
            "1 you had already.",
            "1 of them counts by title and abstract",
            "Proteins fold",
            "works.bib")
        .contains("Line 2: the entry that begins here cannot be read.", "arxiv:2202.12345");
    Interest like = ada.told(it -> Holder.likesOf(it).size() == 3);
    assertThat(like.getLikes())
        .extracting(LikedExample::getTitle)
        .containsExactly(
            "Proteins fold", "Deep Sea Fish: A Survey", "Graph networks for molecules");
    assertThat(like.getLikes()).extracting(LikedExample::getWords).containsExactly(4, 5, 0);
    assertThat(like.getLikes().getFirst().getVector().getValues().remaining()).isEqualTo(384);

    assertThat(web.post(likes + "/describe", "description=How+fish+swim+in+schools").body())
        .contains("How fish swim in schools", "your description");
    assertThat(web.post(likes + "/describe", "description=x").body())
        .contains("Please describe what you work on in a sentence or two.", ">x</textarea>");
    for (String broken : List.of("", "Milk\nEggs\n", "Vorname;Ort\nAda;London\n")) {
      HttpResponse<String> refused = web.send(web.upload(likes + "/library", "my.bib", broken));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("Nothing could be taken from “my.bib”: ");
    }
    ada.told(it -> Holder.likesOf(it).size() == 4);
  }

  @Test
  void shouldGiveAnExampleItsVectorWhenTheCatalogueHearsOfIt() {
    Holder vera = Holder.subscribe(web, "vera@likes.example.org");
    String likes = vera.likes();
    assertThat(web.post(likes + "/papers", "papers=2401.00002").body())
        .contains("takes part once its meaning is worked out");

    web.publish(
        List.of(
            paper("arxiv:2401.00002", "No vector yet", "2026-06-12T00:00:00Z")
                .setVector(vector(60, 60))
                .build()));

    Interest like =
        vera.told(
            it ->
                Holder.likesOf(it).stream()
                    .anyMatch(one -> "arxiv:2401.00002".equals(one.getPaperId())));
    assertThat(like.getLikes().getFirst().getVector()).isEqualTo(vector(60, 60));
    assertThat(web.get(likes).body()).doesNotContain("takes part once");
  }

  @Test
  void shouldLetALikeWaitForItsPaperAndCountOnce() {
    Holder wanda = Holder.subscribe(web, "wanda@likes.example.org");
    String likes = wanda.likes();
    assertThat(web.post(likes + "/papers", "papers=2403.00001%0A10.1000%2FLater").body())
        .contains(
            "2 are not here yet", "Waiting for 2 papers that are not here yet", "chosen by you");
    assertThat(upload(wanda, "ids.bib", "@misc{a, eprint = {2403.00002}}")).contains("ids.bib");
    web.post(likes + "/author", "orcid=0000-0002-1694-233X");
    String page = web.get(likes).body();
    assertThat(page).contains("Waiting for 4 papers", "You have no examples yet.");
    Matcher mistyped =
        Pattern.compile("value=\"(\\d+)\">\\s*<span dir=\"auto\"[^>]*>arxiv:2403.00002")
            .matcher(page);
    assertThat(mistyped.find()).isTrue();
    web.post(likes, "do=forget&awaited=" + mistyped.group(1));
    assertThat(web.get(likes).body()).contains("Waiting for 3 papers");

    List<EnrichedPaper> papers =
        List.of(
            late("arxiv:2403.00001", "Named by its id").build(),
            late("arxiv:2403.00002", "Waited for no longer").build(),
            late("arxiv:2403.00003", "Named by its DOI").setDoi("10.1000/later").build(),
            late("arxiv:2403.00004", "Named by its author")
                .setAuthors(List.of(new Author("Josiah Carberry", "0000-0002-1694-233X", null)))
                .build());
    web.publish(papers);
    assertThat(wanda.told(it -> Holder.likesOf(it).size() == 3).getLikes())
        .extracting(LikedExample::getPaperId)
        .containsExactlyInAnyOrder("arxiv:2403.00001", "arxiv:2403.00003", "arxiv:2403.00004");
    assertThat(web.get(likes).body()).doesNotContain("Waiting for");

    Holder finder = Holder.subscribe(web, "finder@likes.example.org");
    assertThat(web.post(finder.likes() + "/papers", "papers=10.1000%2Flater").body())
        .contains("1 example taken.", "Named by its DOI");

    web.post(likes, "do=erase");
    web.publish(papers);
    web.post(finder.likes() + "/papers", "papers=2403.00005");
    web.publish(List.of(late("arxiv:2403.00005", "Behind the others").build()));
    finder.told(it -> Holder.likesOf(it).size() == 2);
    assertThat(web.get(likes).body()).contains("You have no examples yet.");
  }

  @Test
  void shouldLetSoManyPapersBeWaitedForAndForgetThemWithTheSubscription() {
    Holder many = Holder.subscribe(web, "many@likes.example.org");
    String ids =
        IntStream.rangeClosed(1, 101)
            .mapToObj("2404.%05d"::formatted)
            .collect(Collectors.joining("%0A"));
    assertThat(web.post(many.likes() + "/papers", "papers=" + ids).body())
        .contains("Waiting for 100 papers")
        .contains("At most 100 papers that are not here yet can be waited for")
        .contains("Not taken: arxiv:2404.00101.");

    web.post(many.likes(), "do=erase");
    assertThat(many.waiting()).isZero();
    web.post(many.likes() + "/papers", "papers=2404.00001");
    assertThat(many.waiting()).isEqualTo(1);
    String erase = web.bean(TokenSigner.class).issue(many.id(), TokenScope.ERASE);
    assertThat(web.post("/erase/" + erase, "sure=yes").statusCode()).isEqualTo(200);
    assertThat(many.waiting()).isZero();
  }

  private static EnrichedPaper.Builder late(String id, String title) {
    return paper(id, title, "2026-06-13T00:00:00Z").setVector(vector(100, 10));
  }

  @Test
  void shouldTakeFeedbackByPostOnlyAndLetItBeCorrectedAndErased() {
    Holder finn = Holder.subscribe(web, "finn@likes.example.org");
    String likes = finn.likes();
    String token = web.bean(TokenSigner.class).issue(finn.id(), TokenScope.FEEDBACK);
    String more = "/feedback/" + token + "/more?paper=arxiv%3A2401.00001";
    String less = "/feedback/" + token + "/less?paper=doi%3A10.1000%2Fabc";

    assertThat(web.get(more).body()).contains("More like this", "Graph networks for molecules");
    assertThat(web.get(more.replace("/more", "")).body())
        .contains("Graph networks for molecules", "action=\"" + more + "\"", "/less?paper=");
    assertThat(web.get(likes).body()).contains("You have no examples yet.");
    assertThat(web.post(more, "").body()).contains("You will get more papers like");
    assertThat(web.post(less, "").body()).contains("will stand further down");
    assertThat(web.get("/feedback/forged/more?paper=arxiv%3A2401.00001").statusCode())
        .isEqualTo(410);
    assertThat(web.get("/feedback/" + token + "/more?paper=arxiv%3A0").statusCode()).isEqualTo(404);
    assertThat(
            web.post("/feedback/" + finn.token() + "/more?paper=arxiv%3A2401.00001", "")
                .statusCode())
        .isEqualTo(410);

    Interest like = finn.told(it -> Holder.dislikesOf(it).size() == 1);
    assertThat(like.getLikes())
        .extracting(LikedExample::getPaperId)
        .containsExactly("arxiv:2401.00001");
    assertThat(like.getDislikes())
        .extracting(LikedExample::getPaperId)
        .containsExactly("doi:10.1000/abc");
    assertThat(finn.feedback(2)).containsExactly("arxiv:2401.00001 more", "doi:10.1000/abc less");

    String page = web.get(likes).body();
    assertThat(page).contains("Like these", "Not like these", "said by you");
    Matcher disliked =
        Pattern.compile("value=\"(\\d+)\">\\s*<a href=\"/papers/doi[^>]*>Deep Sea").matcher(page);
    assertThat(disliked.find()).isTrue();
    web.post(likes, "do=like&example=" + disliked.group(1));
    finn.told(it -> Holder.likesOf(it).size() == 2);
    web.post(likes, "do=remove&example=" + disliked.group(1));
    finn.told(it -> Holder.likesOf(it).size() == 1);
    web.post(likes, "do=closeness&closeness=wide");
    assertThat(finn.told(it -> Holder.like(it).map(Interest::getLeastCosine).orElse(0.0) > 0))
        .extracting(Interest::getLeastCosine)
        .isEqualTo(0.5);
    web.post(likes, "do=order&match=1&attention=4&newness=0&variety=2&taste=0.5");
    await()
        .atMost(Holder.LIMIT)
        .untilAsserted(
            () ->
                assertThat(finn.states())
                    .last()
                    .extracting(SubscriberInterests::getOrder)
                    .isEqualTo(new DigestOrder(1.0, 4.0, 0.0, 2.0, 0.5)));
    assertThat(web.post(likes, "do=order&match=9").statusCode()).isEqualTo(400);
    assertThat(web.post(likes, "do=closeness&closeness=cosy").statusCode()).isEqualTo(400);
    assertThat(web.post(likes, "do=dance").statusCode()).isEqualTo(400);

    HttpResponse<String> erased = web.post(likes, "do=erase");
    assertThat(erased.statusCode()).isEqualTo(303);
    assertThat(erased.headers().firstValue("location")).contains(likes + "?saved=erase");
    assertThat(web.get(likes + "?saved=erase").body())
        .contains("All examples are forgotten.", "You have no examples yet.");
    await()
        .atMost(Holder.LIMIT)
        .until(
            () -> finn.states().stream().reduce((_, last) -> last).flatMap(Holder::like).isEmpty());

    web.post("/preferences/" + finn.token() + "/unsubscribe", "");
    assertThat(web.get(more).statusCode()).isEqualTo(410);
    assertThat(web.post(more, "").body()).contains("or the subscription has ended");
  }

  @Test
  void shouldKeepEachExampleWhenSomebodyChangesTheirMindAboutTheOldest() {
    Holder full = Holder.subscribe(web, "full@likes.example.org");
    String token = web.bean(TokenSigner.class).issue(full.id(), TokenScope.FEEDBACK);
    web.post("/feedback/" + token + "/more?paper=arxiv%3A2401.00001", "");
    web.bean(Jdbi.class)
        .useHandle(
            handle ->
                handle.execute(
                    "insert into examples (subscriber_id, paper_id, title, liked, origin, added_at)"
                        + " select ?, 'doi:10.1/' || i, 'A title', true, 'a test', now()"
                        + " from generate_series(2, ?) i",
                    full.id(),
                    Likes.MOST));

    web.post("/feedback/" + token + "/less?paper=arxiv%3A2401.00001", "");
    assertThat(full.examples()).hasSize(Likes.MOST).contains("arxiv:2401.00001");

    web.post("/feedback/" + token + "/more?paper=doi%3A10.1000%2Fabc", "");
    assertThat(full.examples())
        .hasSize(Likes.MOST)
        .contains("doi:10.1000/abc")
        .doesNotContain("arxiv:2401.00001");
    assertThat(web.post(full.likes() + "/papers", "papers=10.1000/abc%0A2401.00001").body())
        .contains("1 you had already.", "no place: 300 examples are the most");
  }

  @Test
  void shouldGiveATextThatIsAddedAgainTheVectorOfTheModelOfToday() {
    Holder again = Holder.subscribe(web, "again@likes.example.org");
    web.post(again.likes() + "/describe", "description=How+fish+swim+in+schools");
    web.bean(Jdbi.class)
        .useHandle(
            handle ->
                handle.execute(
                    "update examples set vector_model = 'of yesterday' where subscriber_id = ?",
                    again.id()));

    web.post(again.likes() + "/describe", "description=How+fish+swim+in+schools");

    assertThat(again.models()).containsExactly("all-minilm-l6-v2-q");
  }

  @Test
  void shouldTakeNothingForALinkThatLeadsNowhere() {
    String nowhere = "/preferences/forged/likes";

    assertThat(web.post(nowhere + "/describe", "description=How+fish+swim").statusCode())
        .isEqualTo(410);
    assertThat(
            web.send(web.upload(nowhere + "/library", "a.bib", "@misc{a, title = {Fish}}"))
                .statusCode())
        .isEqualTo(410);
  }

  @Test
  void shouldRefuseALibraryThatIsTooLarge() {
    Holder big = Holder.subscribe(web, "big@likes.example.org");
    String likes = big.likes();

    assertThat(
            web.send(web.upload(likes + "/library", "big.bib", "x".repeat(2_100_000))).statusCode())
        .isEqualTo(413);
    assertThat(web.send(web.upload(likes + "/library", "big.bib", "x".repeat(6_000_000))).body())
        .contains("A library has 2 MB at most.", "href=\"" + likes + "\"");
    assertThat(upload(big, "letter.txt", "Dear all,\nhello"))
        .contains("Nothing could be taken from “letter.txt”: this is neither BibTeX nor RIS");
  }

  private static String upload(Holder holder, String name, String text) {
    return holder.web().send(holder.web().upload(holder.likes() + "/library", name, text)).body();
  }

  private static PaperVector vector(int x, int y) {
    byte[] values = new byte[384];
    values[0] = (byte) x;
    values[1] = (byte) y;
    return new PaperVector("all-minilm-l6-v2-q", "1.256", 0.01f, ByteBuffer.wrap(values));
  }
}
