package cdktf.streaming.listener;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.stereotype.Component;

/**
 * Ends the process when the listener has given up: a new one may succeed, and a deaf one helps
 * nobody.
 */
@Component
class EndOfListening {

  private static final Logger LOG = LoggerFactory.getLogger(EndOfListening.class);

  private final ApplicationContext context;

  EndOfListening(ApplicationContext context) {
    this.context = context;
  }

  @EventListener
  void onStop(ConsumerStoppedEvent event) {
    if (event.getReason() == ConsumerStoppedEvent.Reason.NORMAL) return;
    LOG.error("The listener has stopped ({}); ending the process", event.getReason());
    // On a thread of its own, because the context waits for this one.
    new Thread(() -> System.exit(SpringApplication.exit(context, () -> 1)), "end").start();
  }
}
