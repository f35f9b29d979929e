package io.paperwire.index;

import io.paperwire.text.GivenNames;

/**
 * Which features are asked for, and what it takes to find them in a paper; the writer's side of
 * {@link FeatureSearch}.
 *
 * <p>The first {@link Variant} of a phrase that is asked for is found under the phrase's key, and
 * knows which others there are; these have keys of their own and keep the first one in use. An
 * author is found through the groups of names that begin alike: the list of a group holds blocks of
 * {@code feature, how many groups, groups..., given names}.
 */
final class FeatureUse {

  /** What to do with what is not used any more but may still be held by readers. */
  interface Retirement {

    /** A feature that is not found any more. */
    void feature(int feature);

    /** A block that no list leads to any more. */
    void block(int at, int length);
  }

  private final FeatureTable table;
  private final PostingLists lists;
  private final BlockStore blocks;
  private final FeatureSearch search;
  private final Retirement retirement;

  FeatureUse(
      FeatureTable table,
      PostingLists lists,
      BlockStore blocks,
      FeatureSearch search,
      Retirement retirement) {
    this.table = table;
    this.lists = lists;
    this.blocks = blocks;
    this.search = search;
    this.retirement = retirement;
  }

  /** The number of a feature; counts one use. */
  int use(Feature feature) {
    return switch (feature) {
      case Feature.InText phrase -> phrase(phrase);
      case Feature.Mark(long key, _) -> intern(key, 0);
      case Feature.AtLeast topic -> {
        search.allowPercent(topic.leastPercent());
        yield intern(topic.key(), 0);
      }
      case Feature.ByAuthor author -> author(author);
    };
  }

  private int intern(long key, int meta) {
    int feature = table.intern(key, meta);
    lists.reach(feature);
    return feature;
  }

  private int phrase(Feature.InText phrase) {
    int variant = phrase.variant();
    int first = table.find(phrase.key());
    if (first == FeatureTable.NONE) {
      search.allow(phrase.phrase().key());
      return intern(phrase.key(), variant);
    }
    if (Meta.firstVariant(table.meta(first)) == variant) {
      return intern(phrase.key(), variant);
    }
    long key = Meta.variantKey(phrase.key(), variant);
    boolean known = table.find(key) != FeatureTable.NONE;
    int second = intern(key, Meta.secondOf(first, variant));
    if (!known) {
      table.setMeta(first, Meta.withVariant(table.meta(first), variant));
      intern(phrase.key(), 0);
    }
    return second;
  }

  private int author(Feature.ByAuthor author) {
    boolean known = table.find(author.key()) != FeatureTable.NONE;
    int feature = intern(author.key(), 0);
    if (!known) {
      int[] given = author.name().given();
      int initial = GivenNames.initial(given, 0);
      int[] groups =
          author.name().familyKeys().stream()
              .mapToInt(family -> intern(Feature.nameGroup(family, initial), 0))
              .toArray();
      int[] block = new int[2 + groups.length + given.length];
      block[0] = feature;
      block[1] = groups.length;
      System.arraycopy(groups, 0, block, 2, groups.length);
      System.arraycopy(given, 0, block, 2 + groups.length, given.length);
      int at = blocks.store(block, block.length);
      table.setMeta(feature, Meta.author(at));
      for (int group : groups) {
        lists.add(group, at);
      }
    }
    return feature;
  }

  /** Takes one use back. */
  void release(int feature) {
    if (table.release(feature)) {
      int meta = table.meta(feature);
      if (Meta.isAuthor(meta)) {
        forget(Meta.block(meta));
      } else if (Meta.isSecond(meta)) {
        int first = Meta.first(meta);
        table.setMeta(first, Meta.withoutVariant(table.meta(first), Meta.ownVariant(meta)));
        release(first);
      }
      retirement.feature(feature);
    }
  }

  private void forget(int at) {
    int[] page = blocks.page(at);
    int offset = IntPages.offset(at);
    int groups = page[offset + 1];
    for (int i = 0; i < groups; i++) {
      int group = page[offset + 2 + i];
      lists.remove(group, at);
      release(group);
    }
    retirement.block(at, 2 + groups + GivenNames.length(page, offset + 2 + groups));
  }
}
