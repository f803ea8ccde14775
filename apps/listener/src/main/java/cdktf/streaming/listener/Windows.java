package cdktf.streaming.listener;

import cdktf.streaming.listener.WindowAverage.Window;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** The last average of each window, of the partitions that this member of the group has. */
@Component
class Windows {

  private record Received(WindowAverage average, TopicPartition from) {}

  private final NavigableMap<Window, Received> byWindow = new TreeMap<>();
  private final int maxWindows;

  Windows(ListenerSettings settings, MeterRegistry metrics) {
    this.maxWindows = settings.maxWindows();
    metrics.gauge("listener.windows", this, windows -> windows.sorted().size());
  }

  synchronized void put(WindowAverage average, TopicPartition from) {
    byWindow.put(average.window(), new Received(average, from));
    if (byWindow.size() > maxWindows) byWindow.pollFirstEntry();
  }

  /**
   * Another member goes on with these partitions: what is known of them here would soon be out of
   * date.
   */
  synchronized void forget(Collection<TopicPartition> partitions) {
    byWindow.values().removeIf(received -> partitions.contains(received.from()));
  }

  /** By the start of the window. */
  synchronized List<WindowAverage> sorted() {
    return byWindow.values().stream().map(Received::average).toList();
  }
}
