package cdktf.streaming.listener;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.serializer.JsonDeserializer;

/**
 * One JSON object a record, and nothing else. Its class is given here, never by a header of the
 * record.
 *
 * <p>Fields that are not known are left out, so that a producer may add some; what is known must be
 * of its own type.
 */
public class WindowAverageDeserializer extends JsonDeserializer<WindowAverage> {

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  public WindowAverageDeserializer() {
    super(WindowAverage.class, STRICT, false);
  }

  @Override
  public WindowAverage deserialize(String topic, Headers headers, byte[] data) {
    WindowAverage average = super.deserialize(topic, headers, data);
    if (average == null) throw new SerializationException("null is not an average");
    return average;
  }
}
