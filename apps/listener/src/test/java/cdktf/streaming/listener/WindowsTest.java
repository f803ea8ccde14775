package cdktf.streaming.listener;

import static org.assertj.core.api.Assertions.assertThat;

import cdktf.streaming.listener.WindowAverage.Window;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WindowsTest {

  static final TopicPartition ONE = new TopicPartition("topic", 0);
  static final TopicPartition OTHER = new TopicPartition("topic", 1);

  static Windows windows() {
    return new Windows(new ListenerSettings("topic", "dead", 3), new SimpleMeterRegistry());
  }

  /** Of a window that begins at this minute. */
  static WindowAverage average(int minute, double age) {
    Instant start = Instant.EPOCH.plusSeconds(60L * minute);
    return new WindowAverage(new Window(start, start.plusSeconds(60)), age);
  }

  @Test
  void keepsTheLastOfEachWindowInTheOrderOfTheirStarts() {
    Windows windows = windows();
    windows.put(average(2, 20), ONE);
    windows.put(average(1, 10), OTHER);
    windows.put(average(2, 21), ONE);
    assertThat(windows.sorted()).containsExactly(average(1, 10), average(2, 21));
  }

  @Test
  void forgetsTheOldestWhenThereAreTooMany() {
    Windows windows = windows();
    for (int minute : List.of(3, 1, 2, 4)) windows.put(average(minute, minute), ONE);
    assertThat(windows.sorted()).containsExactly(average(2, 2), average(3, 3), average(4, 4));
  }

  @Test
  void forgetsThePartitionsOfOthers() {
    Windows windows = windows();
    windows.put(average(1, 10), ONE);
    windows.put(average(2, 20), OTHER);
    windows.forget(List.of(ONE));
    assertThat(windows.sorted()).containsExactly(average(2, 20));
  }
}
