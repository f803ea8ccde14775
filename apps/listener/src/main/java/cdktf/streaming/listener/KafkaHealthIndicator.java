package cdktf.streaming.listener;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Whether the brokers can be reached, and have the topics. */
@Component
class KafkaHealthIndicator extends AbstractHealthIndicator implements DisposableBean {

  /** Less than what those wait who ask for the health. */
  private static final int PATIENCE_SECONDS = 3;

  private final Admin admin;
  private final List<String> topics;

  KafkaHealthIndicator(KafkaAdmin kafkaAdmin, ListenerSettings settings) {
    this.admin = Admin.create(kafkaAdmin.getConfigurationProperties());
    this.topics = List.of(settings.source(), settings.deadLetters());
  }

  @Override
  protected void doHealthCheck(Health.Builder health) throws InterruptedException {
    try {
      // The client's own time-out counts anew with each of its attempts.
      admin
          .describeTopics(topics)
          .allTopicNames()
          .get(PATIENCE_SECONDS, SECONDS)
          .forEach(
              (name, topic) -> health.withDetail(name, topic.partitions().size() + " partitions"));
      health.up();
    } catch (TimeoutException e) {
      health.down().withDetail("error", "no answer within " + PATIENCE_SECONDS + " s");
    } catch (ExecutionException e) {
      health.down().withDetail("error", e.getCause().getMessage());
    }
  }

  @Override
  public void destroy() {
    // Without brokers a question stays open for a minute, and nobody waits for its answer any more.
    admin.close(Duration.ZERO);
  }
}
