package io.paperwire.notify.web.account;

import io.micronaut.context.annotation.Factory;
import io.paperwire.interest.InterestParser;
import io.paperwire.notify.role.WebRole;
import io.paperwire.topics.ResearchTopic;
import io.paperwire.topics.Vocabulary;
import jakarta.inject.Singleton;

/** What accounts need of the rest of the project. */
@Factory
@WebRole
final class AccountBeans {

  @Singleton
  TopicNames topicNames(Vocabulary vocabulary) {
    return id -> vocabulary.topic(id).map(ResearchTopic::label);
  }

  /** Judges what a subscriber asks for. */
  @Singleton
  PreferencesRules preferencesRules(TopicNames topics, InterestParser parser) {
    return new PreferencesRules(topics, parser);
  }

  /** Reads what people write in the interest language. */
  @Singleton
  InterestParser interestParser(Vocabulary vocabulary) {
    return InterestParser.of(vocabulary);
  }
}
