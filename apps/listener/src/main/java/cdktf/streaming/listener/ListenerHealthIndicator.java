package cdktf.streaming.listener;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** Whether records are received, and the windows are complete. */
@Component
class ListenerHealthIndicator extends AbstractHealthIndicator {

  private final KafkaListenerEndpointRegistry registry;
  private final RestoredPartitions partitions;

  ListenerHealthIndicator(KafkaListenerEndpointRegistry registry, RestoredPartitions partitions) {
    this.registry = registry;
    this.partitions = partitions;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    MessageListenerContainer container = registry.getListenerContainer(AverageListener.ID);
    boolean running = container != null && container.isRunning();
    health
        .status(running && partitions.complete() ? "UP" : "DOWN")
        .withDetail("running", running)
        .withDetail("complete", partitions.complete());
    if (running) health.withDetail("partitions", String.valueOf(container.getAssignedPartitions()));
  }
}
