package io.paperwire.index;

import io.paperwire.text.LetterHash;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Numbers for the features that interests ask for, found by key. One thread interns and frees; any
 * number find meanwhile. The table is cut into shards that grow apart, so that no change copies
 * more than one of them.
 *
 * <p>A slot holds half of the key's hash and the feature's number plus one; 0 is a slot that was
 * never used, and a hash without a number one that was freed.
 */
final class FeatureTable {

  static final int NONE = -1;

  private static final int SHARD_BITS = 8;
  private static final int FIRST_CAPACITY = 16;
  private static final long FREED = 1L << 32;
  private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(long[].class);

  /** A feature's record: both halves of its key, how often it is used, and what it is. */
  private static final int RECORD = 4;

  private static final int HIGH = 0;
  private static final int LOW = 1;
  private static final int USES = 2;
  private static final int META = 3;

  /** Differs from table to table, so that nobody can make up phrases that crowd one slot. */
  private final long multiplier = new SplittableRandom().nextLong() | 1;

  private final AtomicReferenceArray<long[]> shards = new AtomicReferenceArray<>(1 << SHARD_BITS);
  private final int[] taken = new int[1 << SHARD_BITS];
  private final IntPages records = new IntPages(0);
  private final IntStack free = new IntStack();
  private int next;

  FeatureTable() {
    for (int shard = 0; shard < taken.length; shard++) {
      shards.set(shard, new long[FIRST_CAPACITY]);
    }
  }

  /** The feature of a key, or {@link #NONE}. */
  int find(long key) {
    long mixed = mixed(key);
    long[] slots = shards.getAcquire(shard(mixed));
    int tag = (int) mixed;
    for (int i = home(mixed, slots); ; i = (i + 1) & (slots.length - 1)) {
      long slot = (long) SLOTS.getAcquire(slots, i);
      if (slot == 0) {
        return NONE;
      }
      if ((int) (slot >>> 32) == tag && (int) slot != 0 && key((int) slot - 1) == key) {
        return (int) slot - 1;
      }
    }
  }

  /** The feature of a key, made if it is not there; counts one use. */
  int intern(long key, int meta) {
    int known = find(key);
    int feature = known == NONE ? make(key, meta) : known;
    records.set(RECORD * feature + USES, uses(feature) + 1);
    return feature;
  }

  private int make(long key, int meta) {
    int feature = free.isEmpty() ? next++ : free.pop();
    records.reach(RECORD * feature + META);
    records.set(RECORD * feature + HIGH, (int) (key >>> 32));
    records.set(RECORD * feature + LOW, (int) key);
    records.set(RECORD * feature + USES, 0);
    records.set(RECORD * feature + META, meta);
    long mixed = mixed(key);
    int shard = shard(mixed);
    if (3 * (taken[shard] + 1) > 2 * shards.get(shard).length) {
      rebuild(shard);
    }
    taken[shard] += put(shards.get(shard), mixed, feature);
    return feature;
  }

  /** Takes one use back; after the last the feature is not found any more. */
  boolean release(int feature) {
    int uses = uses(feature) - 1;
    records.set(RECORD * feature + USES, uses);
    if (uses > 0) {
      return false;
    }
    long mixed = mixed(key(feature));
    long[] slots = shards.get(shard(mixed));
    for (int i = home(mixed, slots); ; i = (i + 1) & (slots.length - 1)) {
      if ((int) slots[i] == feature + 1) {
        SLOTS.setRelease(slots, i, FREED);
        return true;
      }
    }
  }

  /** Lets the number of a released feature be used again, when no reader holds it any more. */
  void reuse(int feature) {
    free.push(feature);
  }

  int meta(int feature) {
    return records.get(RECORD * feature + META);
  }

  void setMeta(int feature, int meta) {
    records.set(RECORD * feature + META, meta);
  }

  private int uses(int feature) {
    return records.get(RECORD * feature + USES);
  }

  private long key(int feature) {
    int[] page = records.page(RECORD * feature);
    int at = IntPages.offset(RECORD * feature);
    return ((long) page[at + HIGH] << 32) | (page[at + LOW] & 0xFFFF_FFFFL);
  }

  /** Readers go on in the old shard until they see the new one. */
  private void rebuild(int shard) {
    long[] old = shards.get(shard);
    int live = 0;
    for (long slot : old) {
      live += (int) slot == 0 ? 0 : 1;
    }
    int capacity = old.length;
    while (2 * (live + 1) > capacity) {
      capacity *= 2;
    }
    long[] slots = new long[capacity];
    for (long slot : old) {
      if ((int) slot != 0) {
        put(slots, mixed(key((int) slot - 1)), (int) slot - 1);
      }
    }
    taken[shard] = live;
    shards.setRelease(shard, slots);
  }

  /** Returns how many slots more are taken. */
  private static int put(long[] slots, long mixed, int feature) {
    int i = home(mixed, slots);
    while ((int) slots[i] != 0) {
      i = (i + 1) & (slots.length - 1);
    }
    int more = slots[i] == 0 ? 1 : 0;
    SLOTS.setRelease(slots, i, (mixed << 32) | (feature + 1));
    return more;
  }

  private long mixed(long key) {
    return LetterHash.mixed(key * multiplier);
  }

  private static int shard(long mixed) {
    return (int) (mixed >>> (Long.SIZE - SHARD_BITS));
  }

  private static int home(long mixed, long[] slots) {
    return (int) (mixed >>> 24) & (slots.length - 1);
  }
}
