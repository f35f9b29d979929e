package io.paperwire.notify.web.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.paperwire.notify.digest.DigestOrder;
import io.paperwire.notify.role.WebRole;
import io.paperwire.notify.web.likes.Likes;
import io.paperwire.notify.web.likes.OrderFactors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How the holder of a management token tilts the order of their digests, as JSON. */
@Controller("/api/subscriptions/order")
@WebRole
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrderApi {

  private final Likes likes;

  OrderApi(Likes likes) {
    this.likes = likes;
  }

  /** Factors of the usual weights, one of {@link OrderFactors#CHOICES} each; 1 where absent. */
  @Serdeable
  record OrderBody(
      @Nullable Double match,
      @Nullable Double taste,
      @Nullable Double attention,
      @Nullable Double newness,
      @Nullable Double variety) {

    static OrderBody of(DigestOrder order) {
      return new OrderBody(
          order.match(), order.taste(), order.attention(), order.newness(), order.variety());
    }

    /** What is wrong by field. */
    Map<String, String> errors() {
      Map<String, String> errors = new LinkedHashMap<>();
      check(errors, "match", match);
      check(errors, "taste", taste);
      check(errors, "attention", attention);
      check(errors, "newness", newness);
      check(errors, "variety", variety);
      return errors;
    }

    private static void check(Map<String, String> errors, String field, @Nullable Double factor) {
      if (!OrderFactors.CHOICES.contains(or1(factor))) {
        errors.put(field, "It is one of 0, 0.5, 1, 2 and 4.");
      }
    }

    DigestOrder order() {
      return new DigestOrder(or1(match), or1(attention), or1(newness), or1(variety), or1(taste));
    }

    private static double or1(@Nullable Double factor) {
      return Optional.ofNullable(factor).orElse(1.0);
    }
  }

  @Get
  HttpResponse<?> order(@Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization) {
    return SubscriptionsApi.withToken(
        authorization,
        token ->
            likes
                .held(token)
                .<HttpResponse<?>>map(held -> HttpResponse.ok(OrderBody.of(held.order())))
                .orElseGet(SubscriptionsApi::deadToken));
  }

  /** Saves an order; it holds from the next mail on. */
  @Put
  HttpResponse<?> save(
      @Header(HttpHeaders.AUTHORIZATION) Optional<String> authorization, @Body OrderBody body) {
    Map<String, String> errors = body.errors();
    return errors.isEmpty()
        ? SubscriptionsApi.withToken(
            authorization, token -> LikesApi.edited(likes.setOrder(token, body.order()), "saved"))
        : Problem.wrongFields(errors);
  }
}
