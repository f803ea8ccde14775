package cdktf.streaming.listener;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Comparator;

/**
 * The average age of one window, as the streaming application writes it and as {@code GET /windows}
 * shows it.
 */
record WindowAverage(Window window, @JsonProperty("average_age") Double averageAge) {

  WindowAverage {
    require(window != null, "window is missing");
    require(averageAge != null, "average_age is missing");
    require(Double.isFinite(averageAge), "average_age must be finite");
  }

  /** From {@code start} on, up to but without {@code end}. */
  record Window(Instant start, Instant end) implements Comparable<Window> {

    private static final Comparator<Window> BY_START =
        Comparator.comparing(Window::start).thenComparing(Window::end);

    Window {
      require(start != null, "window.start is missing");
      require(end != null, "window.end is missing");
      require(start.isBefore(end), "window.start must be before window.end");
    }

    @Override
    public int compareTo(Window other) {
      return BY_START.compare(this, other);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) throw new IllegalArgumentException(otherwise);
  }
}
