package cdktf.streaming.listener;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Receives each record once for the whole group: from the offset that the group committed, else
 * from the beginning.
 */
@Component
class AverageListener {

  static final String ID = "averages";

  private static final Logger LOG = LoggerFactory.getLogger(AverageListener.class);

  private final Windows windows;

  AverageListener(Windows windows) {
    this.windows = windows;
  }

  @KafkaListener(id = ID, idIsGroup = false, topics = "${listener.source}")
  void receive(ConsumerRecord<byte[], WindowAverage> record) {
    WindowAverage average = record.value();
    if (average == null)
      throw new UnreadableRecordException("a record without a value is not an average");
    windows.put(average, new TopicPartition(record.topic(), record.partition()));
    LOG.info(
        "{} to {}: average age {} (partition {}, offset {})",
        average.window().start(),
        average.window().end(),
        average.averageAge(),
        record.partition(),
        record.offset());
  }

  /** To try again would change nothing. */
  static class UnreadableRecordException extends RuntimeException {
    UnreadableRecordException(String message) {
      super(message);
    }
  }
}
