package cdktf.streaming.listener;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the brokers can be reached, and have the topics. */
@Component
class KafkaHealthIndicator extends AbstractHealthIndicator {

    /** Less than what those wait who ask for the health. */
    private static final int PATIENCE_SECONDS = 3;

    private final Admin admin;
    private final List<String> topics;

    KafkaHealthIndicator(Admin admin, ListenerSettings settings) {
        super("The brokers cannot be asked for the topics");
        this.admin = admin;
        this.topics = List.of(settings.source(), settings.deadLetters());
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        // The client's own time-out counts anew with each of its attempts.
        admin.describeTopics(topics).allTopicNames().get(PATIENCE_SECONDS, SECONDS).forEach((name, topic) ->
                health.withDetail(name, topic.partitions().size() + " partitions"));
        health.up();
    }
}
