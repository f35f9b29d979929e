package io.paperwire.index;

import io.paperwire.interest.Clause.Scope;
import io.paperwire.text.AuthorName.Agreement;
import io.paperwire.text.GivenNames;
import java.util.Arrays;

/** Finds in a paper the features that are asked for. */
final class FeatureSearch {

  private final FeatureTable table;
  private final PostingLists lists;
  private final BlockStore blocks;

  /** Stands for itself and more: ligatures let a phrase have more letters than characters. */
  private static final int MANY_LETTERS = 0xFF;

  /** How many letters the longest phrase has that begins so; it never shrinks. */
  private final byte[] longest = new byte[ReadText.STARTS];

  private final boolean[] percents = new boolean[101];

  FeatureSearch(FeatureTable table, PostingLists lists, BlockStore blocks) {
    this.table = table;
    this.lists = lists;
    this.blocks = blocks;
    Arrays.fill(longest, (byte) (ReadText.START_LETTERS - 1));
  }

  /** From now on the key of a phrase may be found; called by the writer before it is interned. */
  void allow(String phrase) {
    if (phrase.length() >= ReadText.START_LETTERS) {
      int start = ReadText.start(phrase);
      int letters = Math.min(phrase.length(), MANY_LETTERS);
      if ((longest[start] & 0xFF) < letters) {
        longest[start] = (byte) letters;
      }
    }
  }

  /** From now on topics may be asked for with such a score. */
  void allowPercent(int leastPercent) {
    percents[leastPercent] = true;
  }

  /** Adds the features of a paper. */
  void find(ReadPaper paper, IntSet found) {
    findPhrases(paper.text(Scope.TITLE), Scope.TITLE, found);
    findPhrases(paper.text(Scope.ABSTRACT), Scope.ABSTRACT, found);
    for (ReadPaper.Expansion expansion : paper.expansions()) {
      int feature = table.find(expansion.key());
      if (feature != FeatureTable.NONE) {
        addExpanded(feature, expansion, found);
      }
    }
    for (long mark : paper.marks()) {
      add(table.find(mark), found);
    }
    for (ReadPaper.Topic topic : paper.topics().values()) {
      for (int percent = 0; percent <= topic.percent(); percent++) {
        if (percents[percent]) {
          add(table.find(Feature.topicKey(topic.id(), percent)), found);
        }
      }
    }
    for (ReadPaper.Person person : paper.persons()) {
      for (String family : person.name().familyKeys()) {
        findNames(family, person, found);
      }
    }
  }

  private static void add(int feature, IntSet found) {
    if (feature != FeatureTable.NONE) {
      found.add(feature);
    }
  }

  private void findPhrases(ReadText text, Scope scope, IntSet found) {
    int size = text.size();
    for (int from = 0; from < size; from++) {
      int most = mostLetters(text.start(from));
      long hash = text.hash(from);
      int length = text.length(from);
      boolean loose = false;
      int to = from + 1;
      while (length <= most) {
        int feature = table.find(hash);
        if (feature != FeatureTable.NONE) {
          addVariants(feature, hash, text, scope, from, to, loose, found);
        }
        if (to == size || text.startsAfterBreak(to)) {
          break;
        }
        loose |= text.isLoose(to);
        length += text.length(to);
        hash = text.extended(hash, to);
        to++;
      }
    }
  }

  private int mostLetters(int start) {
    int letters = longest[start] & 0xFF;
    return letters == MANY_LETTERS ? Integer.MAX_VALUE : letters;
  }

  private void addVariants(
      int feature,
      long key,
      ReadText text,
      Scope scope,
      int from,
      int to,
      boolean loose,
      IntSet found) {
    int meta = table.meta(feature);
    int first = Meta.firstVariant(meta);
    if (Variant.agreesWithScope(first, scope) && text.agrees(first, loose, from, to)) {
      found.add(feature);
    }
    for (int others = Meta.otherVariants(meta); others != 0; others &= others - 1) {
      int variant = Integer.numberOfTrailingZeros(others);
      if (Variant.agreesWithScope(variant, scope) && text.agrees(variant, loose, from, to)) {
        add(table.find(Meta.variantKey(key, variant)), found);
      }
    }
  }

  /** The long form of an acronym, as if it stood where the acronym does. */
  private void addExpanded(int feature, ReadPaper.Expansion expansion, IntSet found) {
    int meta = table.meta(feature);
    int variants = Meta.otherVariants(meta) | 1 << Meta.firstVariant(meta);
    for (int left = variants; left != 0; left &= left - 1) {
      int variant = Integer.numberOfTrailingZeros(left);
      if (Variant.agreesWithScope(variant, expansion.scope()) && !Variant.needsCapitals(variant)) {
        add(
            variant == Meta.firstVariant(meta)
                ? feature
                : table.find(Meta.variantKey(expansion.key(), variant)),
            found);
      }
    }
  }

  private void findNames(String family, ReadPaper.Person person, IntSet found) {
    int initial = GivenNames.initial(person.given(), 0);
    findNames(table.find(Feature.nameGroup(family, 0)), person, found);
    if (initial != 0) {
      findNames(table.find(Feature.nameGroup(family, initial)), person, found);
    }
  }

  private void findNames(int group, ReadPaper.Person person, IntSet found) {
    if (group == FeatureTable.NONE) {
      return;
    }
    int first = lists.first(group);
    if (first != PostingLists.EMPTY) {
      findName(first, person, found);
    }
    int[] others = lists.others(group);
    int size = PostingLists.size(others);
    for (int i = 1; i <= size; i++) {
      if (others[i] != PostingLists.EMPTY) {
        findName(others[i], person, found);
      }
    }
  }

  private void findName(int block, ReadPaper.Person person, IntSet found) {
    int[] page = blocks.page(block);
    int at = IntPages.offset(block);
    int given = at + 2 + page[at + 1];
    if (GivenNames.agreement(page, given, person.given(), 0) != Agreement.NONE) {
      found.add(page[at]);
    }
  }
}
