package io.paperwire.tagging;

import io.paperwire.tagging.category.CategoryScore;
import io.paperwire.tagging.kind.JudgedKind;
import io.paperwire.tagging.topic.Tag;
import java.util.List;

/**
 * What is thought of a paper.
 *
 * @param topics what it is about, highest score first
 * @param kind of what kind it is
 * @param categories the arXiv categories in which it may belong, judged by its text alone, most
 *     likely first
 */
public record Judgement(List<Tag> topics, JudgedKind kind, List<CategoryScore> categories) {

  public Judgement {
    topics = List.copyOf(topics);
    categories = List.copyOf(categories);
  }
}
