package cdktf.streaming.listener;

import static java.nio.charset.StandardCharsets.UTF_8;

import cdktf.streaming.listener.AverageListener.UnreadableRecordException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.kafka.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.SingleRecordHeader;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.DelegatingByTypeSerializer;
import org.springframework.kafka.support.serializer.JsonSerializer;

@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaConfiguration.class);
  private static final int ANY_PARTITION = -1;

  /**
   * What fails is tried three times more; what cannot be read, or fails for good, becomes a dead
   * letter.
   */
  @Bean
  CommonErrorHandler errorHandler(ConsumerAwareRecordRecoverer deadLetters) {
    var backOff = new ExponentialBackOffWithMaxRetries(3);
    backOff.setInitialInterval(500);
    var handler = new DefaultErrorHandler(deadLetters, backOff);
    handler.addNotRetryableExceptions(UnreadableRecordException.class);
    return handler;
  }

  /** Key and value as they came; where they came from, and what was wrong, in headers. */
  @Bean
  ConsumerAwareRecordRecoverer deadLetters(
      KafkaOperations<?, ?> kafka, ListenerSettings settings, MeterRegistry metrics) {
    var publisher =
        new DeadLetterPublishingRecoverer(
            kafka, (record, problem) -> new TopicPartition(settings.deadLetters(), ANY_PARTITION));
    publisher.excludeHeader(HeadersToAdd.EX_STACKTRACE);
    // Spring's own message is "failed to deserialize".
    publisher.addHeadersFunction(
        (record, problem) ->
            new RecordHeaders(
                List.of(
                    new SingleRecordHeader(
                        KafkaHeaders.DLT_EXCEPTION_MESSAGE, reason(problem).getBytes(UTF_8)))));
    Counter counter = metrics.counter("listener.dead.letters");
    return (record, consumer, problem) -> {
      String place = KafkaUtils.format(record);
      try {
        publisher.accept(record, consumer, problem);
      } catch (RuntimeException e) {
        // Any other failure may pass, and the record comes again. This one would hold its partition
        // for ever.
        if (!(NestedExceptionUtils.getMostSpecificCause(e) instanceof RecordTooLargeException))
          throw e;
        LOG.error(
            "{} is too large for {}, and is passed over: {}",
            place,
            settings.deadLetters(),
            reason(problem));
        return;
      }
      counter.increment();
      LOG.warn("{} is now in {}: {}", place, settings.deadLetters(), reason(problem));
    };
  }

  /** In one line, although it may quote the record. */
  private static String reason(Exception problem) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(problem);
    String message =
        cause instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : cause.getMessage();
    return String.valueOf(message).replaceAll("\\p{Cntrl}+", " ");
  }

  /** What cannot be read is still bytes; what could be, and failed later, becomes JSON again. */
  @Bean
  @SuppressWarnings("unchecked")
  DefaultKafkaProducerFactoryCustomizer deadLetterSerializer(ObjectMapper json) {
    var serializer =
        new DelegatingByTypeSerializer(
            Map.of(
                byte[].class,
                new ByteArraySerializer(),
                WindowAverage.class,
                new JsonSerializer<WindowAverage>(json).noTypeInfo()));
    return producers ->
        ((DefaultKafkaProducerFactory<?, Object>) producers).setValueSerializer(serializer);
  }
}
