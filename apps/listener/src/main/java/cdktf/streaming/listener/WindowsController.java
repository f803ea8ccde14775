package cdktf.streaming.listener;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WindowsController {

  private final Windows windows;

  WindowsController(Windows windows) {
    this.windows = windows;
  }

  /** The last average of each window, by the start of the window. */
  @GetMapping("/windows")
  List<WindowAverage> windows() {
    return windows.sorted();
  }
}
