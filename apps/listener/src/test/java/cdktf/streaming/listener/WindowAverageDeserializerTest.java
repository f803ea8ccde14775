package cdktf.streaming.listener;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cdktf.streaming.listener.WindowAverage.Window;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowAverageDeserializerTest {

  private static final String WINDOW =
      "{'start':'2026-11-24T10:15:00.000Z','end':'2026-11-24T10:16:00.000Z'}";
  private static final WindowAverage AVERAGE =
      new WindowAverage(
          new Window(Instant.parse("2026-11-24T10:15:00Z"), Instant.parse("2026-11-24T10:16:00Z")),
          38.5);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'window':{'start':'2026-11-24T10:15:00.000Z','end':'2026-11-24T10:16:00.000Z'},'average_age':38.5}",
        "{'average_age':3.85e1,'later':{'added':[1]},'window':{'start':'2026-11-24T11:15:00+01:00','end':'2026-11-24T10:16:00Z'}}",
      })
  void readsWhatTheStreamingApplicationWrites(String json) {
    assertThat(read(json)).isEqualTo(AVERAGE);
  }

  @Test
  void takesItsClassFromNoHeader() {
    var headers = new RecordHeaders().add("__TypeId__", "java.util.HashMap".getBytes(UTF_8));
    var json = ("{'average_age':38.5,'window':" + WINDOW + "}").replace('\'', '"').getBytes(UTF_8);
    assertThat(new WindowAverageDeserializer().deserialize("topic", headers, json))
        .isEqualTo(AVERAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "average",
        "null",
        "[]",
        "{}",
        "{'average_age':1}",
        "{'window':null,'average_age':1}",
        "{'window':WINDOW}",
        "{'window':WINDOW,'average_age':null}",
        "{'window':WINDOW,'average_age':'38.5'}",
        "{'window':WINDOW,'average_age':'NaN'}",
        "{'window':WINDOW,'average_age':true}",
        "{'window':WINDOW,'average_age':1e999}",
        "{'window':WINDOW,'average_age':1} {}",
        "{'window':{'start':'2026-11-24T10:15:00Z'},'average_age':1}",
        "{'window':{'end':'2026-11-24T10:15:00Z'},'average_age':1}",
        "{'window':{'start':'yesterday','end':'2026-11-24T10:15:00Z'},'average_age':1}",
        "{'window':{'start':'2026-11-24T10:15:00Z','end':'2026-11-24T10:15:00Z'},'average_age':1}",
      })
  void refuses(String json) {
    assertThatThrownBy(() -> read(json.replace("WINDOW", WINDOW)))
        .isInstanceOf(RuntimeException.class);
  }

  private static WindowAverage read(String json) {
    byte[] data = json.replace('\'', '"').getBytes(UTF_8);
    return new WindowAverageDeserializer().deserialize("topic", new RecordHeaders(), data);
  }
}
