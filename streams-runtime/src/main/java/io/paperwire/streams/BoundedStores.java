package io.paperwire.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory of all stores of a process together. By default each store of each partition
 * has a cache of 50 MiB and buffers of 48 MiB of its own, outside of the heap. Made by Kafka
 * Streams.
 */
public final class BoundedStores implements RocksDBConfigSetter {

  private static final long MEBIBYTE = 1024L * 1024L;
  private static final long CACHE_BYTES = 128 * MEBIBYTE;
  private static final long BUFFER_BYTES = 64 * MEBIBYTE;
  private static final long BUFFER_BYTES_OF_A_STORE = 4 * MEBIBYTE;

  static {
    RocksDB.loadLibrary();
  }

  // Shared by all stores for as long as the process lives, and so never closed.
  private static final Cache CACHE = new LRUCache(CACHE_BYTES);
  private static final WriteBufferManager BUFFERS = new WriteBufferManager(BUFFER_BYTES, CACHE);

  /** Made by Kafka Streams. */
  public BoundedStores() {}

  @Override
  public void setConfig(String store, Options options, Map<String, Object> properties) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    table.setPinTopLevelIndexAndFilter(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(BUFFERS);
    options.setWriteBufferSize(BUFFER_BYTES_OF_A_STORE);
  }

  @Override
  public void close(String store, Options options) {
    // Nothing was made for one store.
  }
}
