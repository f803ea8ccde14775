package cdktf.streaming.listener;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.stereotype.Component;

/**
 * Reads again what the group has received before, for the windows alone.
 *
 * <p>The group goes on where it committed, which says nothing of the records before. So when this
 * member is given partitions, a reader without a group reads them from their beginning up to there.
 * It commits nothing, and nothing is logged or dead-lettered a second time.
 */
@Component
class RestoredPartitions implements ConsumerAwareRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(RestoredPartitions.class);

  private final Supplier<Consumer<byte[], WindowAverage>> readers;
  private final Windows windows;
  private volatile boolean complete;
  private volatile boolean stopping;

  @Autowired
  RestoredPartitions(KafkaProperties properties, SslBundles sslBundles, Windows windows) {
    this(
        readersWithoutGroup(properties.buildConsumerProperties(sslBundles))::createConsumer,
        windows);
  }

  RestoredPartitions(Supplier<Consumer<byte[], WindowAverage>> readers, Windows windows) {
    this.readers = readers;
    this.windows = windows;
  }

  /**
   * No bean: it would take the place of Spring's own, and the listener would have no group either.
   */
  private static ConsumerFactory<byte[], WindowAverage> readersWithoutGroup(
      Map<String, Object> settings) {
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return new DefaultKafkaConsumerFactory<>(settings);
  }

  /** Whether this member is in the group, and its windows are what the group has received. */
  boolean complete() {
    return complete;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    complete = false;
    // Without its past a partition must not go on: windows would be missing, and nobody would know.
    while (!complete && !stopping) {
      try {
        Map<TopicPartition, Long> committed = new HashMap<>();
        for (TopicPartition partition : partitions)
          committed.put(partition, consumer.position(partition));
        complete = committed.isEmpty() || restore(committed);
      } catch (RetriableException e) {
        LOG.warn("The past of {} cannot be read yet: {}", partitions, e.getMessage());
      }
    }
  }

  @Override
  public void onPartitionsRevokedAfterCommit(
      Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    windows.forget(partitions);
  }

  @Override
  public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    windows.forget(partitions);
  }

  @EventListener
  void stop(ContextClosedEvent event) {
    stopping = true;
  }

  /**
   * @return whether all of it was read
   */
  private boolean restore(Map<TopicPartition, Long> committed) {
    try (Consumer<byte[], WindowAverage> reader = readers.get()) {
      reader.assign(committed.keySet());
      reader.seekToBeginning(committed.keySet());
      // A topic that was made anew ends before what was committed in its predecessor.
      Map<TopicPartition, Long> ends = reader.endOffsets(committed.keySet());
      ends.replaceAll((partition, end) -> Math.min(end, committed.get(partition)));
      while (ends.entrySet().stream()
          .anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
        if (stopping) return false;
        reader
            .poll(Duration.ofMillis(500))
            .forEach(
                record -> {
                  TopicPartition from = new TopicPartition(record.topic(), record.partition());
                  if (record.value() != null && record.offset() < ends.get(from))
                    windows.put(record.value(), from);
                });
      }
    }
    LOG.info(
        "The group goes on at {}; {} windows are known from before",
        committed,
        windows.sorted().size());
    return true;
  }
}
