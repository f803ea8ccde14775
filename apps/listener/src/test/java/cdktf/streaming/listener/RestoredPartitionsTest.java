package cdktf.streaming.listener;

import static cdktf.streaming.listener.WindowsTest.ONE;
import static cdktf.streaming.listener.WindowsTest.OTHER;
import static cdktf.streaming.listener.WindowsTest.average;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class RestoredPartitionsTest {

  private final Windows windows = WindowsTest.windows();

  @Test
  void readsAgainWhatTheGroupHasReceivedAndNothingBeyond() {
    var reader = reader(average(1, 10), null, average(1, 11), average(2, 20));
    var partitions = new RestoredPartitions(() -> reader, windows);
    partitions.onPartitionsAssigned(group(3), List.of(ONE));
    assertThat(windows.sorted()).containsExactly(average(1, 11));
    assertThat(partitions.complete()).isTrue();
    assertThat(reader.closed()).isTrue();
  }

  @Test
  void readsATopicThatWasMadeAnewUpToItsEnd() {
    var reader = reader(average(1, 10));
    new RestoredPartitions(() -> reader, windows).onPartitionsAssigned(group(100), List.of(ONE));
    assertThat(windows.sorted()).containsExactly(average(1, 10));
  }

  @Test
  void triesAgainWhileTheBrokersAreAway() {
    var away = new MockConsumer<byte[], WindowAverage>(OffsetResetStrategy.EARLIEST);
    away.setOffsetsException(new TimeoutException("away"));
    var reader = reader(average(1, 10));
    Iterator<MockConsumer<byte[], WindowAverage>> readers = List.of(away, reader).iterator();
    new RestoredPartitions(readers::next, windows).onPartitionsAssigned(group(1), List.of(ONE));
    assertThat(windows.sorted()).containsExactly(average(1, 10));
  }

  @Test
  void isCompleteWithoutPartitionsToo() {
    var partitions = new RestoredPartitions(() -> null, windows);
    assertThat(partitions.complete()).isFalse();
    partitions.onPartitionsAssigned(group(0), List.of());
    assertThat(partitions.complete()).isTrue();
  }

  @Test
  void givesUpWhenTheApplicationStops() {
    var reader = new MockConsumer<byte[], WindowAverage>(OffsetResetStrategy.EARLIEST);
    reader.updateBeginningOffsets(Map.of(ONE, 0L));
    reader.updateEndOffsets(Map.of(ONE, 1L));
    var partitions = new RestoredPartitions(() -> reader, windows);
    reader.schedulePollTask(() -> partitions.stop(null));
    partitions.onPartitionsAssigned(group(1), List.of(ONE));
    assertThat(partitions.complete()).isFalse();
  }

  @Test
  void forgetsWhatOthersGoOnWith() {
    var partitions = new RestoredPartitions(() -> null, windows);
    windows.put(average(1, 10), ONE);
    windows.put(average(2, 20), OTHER);
    windows.put(average(3, 30), new TopicPartition("topic", 2));
    partitions.onPartitionsRevokedAfterCommit(null, List.of(ONE));
    partitions.onPartitionsLost(null, List.of(OTHER));
    assertThat(windows.sorted()).containsExactly(average(3, 30));
  }

  /** The group's own consumer, at the offset from which it goes on. */
  private static MockConsumer<byte[], WindowAverage> group(long committed) {
    var consumer = new MockConsumer<byte[], WindowAverage>(OffsetResetStrategy.EARLIEST);
    consumer.assign(List.of(ONE));
    consumer.seek(ONE, committed);
    return consumer;
  }

  private static MockConsumer<byte[], WindowAverage> reader(WindowAverage... averages) {
    var consumer = new MockConsumer<byte[], WindowAverage>(OffsetResetStrategy.EARLIEST);
    consumer.updateBeginningOffsets(Map.of(ONE, 0L));
    consumer.updateEndOffsets(Map.of(ONE, (long) averages.length));
    consumer.schedulePollTask(
        () -> {
          for (int offset = 0; offset < averages.length; offset++)
            consumer.addRecord(
                new ConsumerRecord<>(ONE.topic(), ONE.partition(), offset, null, averages[offset]));
        });
    return consumer;
  }
}
