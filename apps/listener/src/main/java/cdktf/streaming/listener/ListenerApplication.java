package cdktf.streaming.listener;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Receives the averages of a topic as a member of a consumer group, and serves the last one of each
 * window.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ListenerApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(ListenerApplication.class, arguments);
  }
}
