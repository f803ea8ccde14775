package cdktf.streaming.listener;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is the application's own to set; servers and group are Spring's ({@code spring.kafka…}).
 *
 * @param source the topic of averages
 * @param deadLetters the topic of what cannot be read; it must be there
 * @param maxWindows how many windows are kept; beyond that the oldest is forgotten
 */
@ConfigurationProperties("listener")
record ListenerSettings(String source, String deadLetters, int maxWindows) {}
