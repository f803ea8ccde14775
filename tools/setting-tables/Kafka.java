import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.storage.internals.log.LogConfig;

/** Prints every setting that Kafka's own classes define, as JSON, a setting a line. */
class Kafka {
  public static void main(String[] args) throws Exception {
    Map<String, ConfigDef> tables = new TreeMap<>();
    tables.put("admin", AdminClientConfig.configDef());
    tables.put("broker", kafka.server.KafkaConfig.configDef());
    tables.put("consumer", ConsumerConfig.configDef());
    tables.put("producer", ProducerConfig.configDef());
    tables.put("topic", LogConfig.configDefCopy());
    tables.put("worker", worker());
    System.out.println(
        tables.entrySet().stream()
            .map(table -> text(table.getKey()) + ":{\n" + lines(table.getValue()) + "\n}")
            .collect(Collectors.joining(",\n")));
  }

  /** The only one that is private. */
  private static ConfigDef worker() throws Exception {
    Class<?> crypto = Class.forName("org.apache.kafka.connect.runtime.distributed.Crypto");
    Class<?> config =
        Class.forName("org.apache.kafka.connect.runtime.distributed.DistributedConfig");
    Method definition = config.getDeclaredMethod("config", crypto);
    definition.setAccessible(true);
    Field system = crypto.getDeclaredField("SYSTEM");
    system.setAccessible(true);
    return (ConfigDef) definition.invoke(null, system.get(null));
  }

  private static String lines(ConfigDef definition) {
    return new TreeMap<>(definition.configKeys())
        .values().stream()
            .map(key -> text(key.name) + ":" + setting(key))
            .collect(Collectors.joining(",\n"));
  }

  private static String setting(ConfigDef.ConfigKey key) {
    List<String> parts = new ArrayList<>();
    parts.add("\"type\":" + text(key.type.name()));
    if (key.hasDefault() && key.defaultValue != null)
      parts.add("\"default\":" + text(ConfigDef.convertToString(key.defaultValue, key.type)));
    parts.addAll(limits(key, key.validator));
    return "{" + String.join(",", parts) + "}";
  }

  /**
   * What a validator allows: a range, a list of values, that there is something, or what trying it
   * tells.
   */
  private static List<String> limits(ConfigDef.ConfigKey key, ConfigDef.Validator validator) {
    List<String> parts = new ArrayList<>();
    if (validator == null) return parts;
    switch (validator.getClass().getSimpleName()) {
      case "Range":
        if (field(validator, "min") != null)
          parts.add("\"min\":" + number(field(validator, "min")));
        if (field(validator, "max") != null)
          parts.add("\"max\":" + number(field(validator, "max")));
        break;
      case "CaseInsensitiveValidString":
        parts.add("\"anyCase\":true");
        parts.add(values((Collection<?>) field(validator, "validStrings")));
        break;
      case "ValidString":
        parts.add(values((Collection<?>) field(validator, "validStrings")));
        break;
      case "ValidList":
        // One of no values takes any.
        ConfigDef.Validator element = (ConfigDef.Validator) field(validator, "validString");
        if (!((Collection<?>) field(element, "validStrings")).isEmpty())
          parts.addAll(limits(key, element));
        break;
      case "NonEmptyString", "NonEmptyStringWithoutControlChars":
        parts.add("\"filled\":true");
        break;
      case "ListSize":
        parts.add("\"most\":" + field(validator, "maxSize"));
        break;
      case "CompositeValidator":
        for (Object each : (List<?>) field(validator, "validators"))
          parts.addAll(limits(key, (ConfigDef.Validator) each));
        break;
      case "NonNullValidator":
        break;
      default:
        parts.addAll(tried(key, validator));
    }
    return parts;
  }

  private static List<String> tried(ConfigDef.ConfigKey key, ConfigDef.Validator validator) {
    Predicate<Object> takes =
        value -> {
          try {
            validator.ensureValid(key.name, value);
            return true;
          } catch (ConfigException e) {
            return false;
          }
        };
    String said = validator.toString();
    switch (key.type) {
      case INT, SHORT:
        IntFunction<Object> typed =
            value -> key.type == ConfigDef.Type.INT ? (Object) value : (Object) (short) value;
        List<String> few =
            IntStream.rangeClosed(-100, 100)
                .filter(each -> takes.test(typed.apply(each)))
                .mapToObj(Integer::toString)
                .toList();
        if (few.size() <= 11) return List.of(values(few));
        if (!few.get(0).equals("-1") || few.size() != 101)
          throw new IllegalStateException(key.name + ": " + said);
        return List.of("\"min\":-1", "\"not\":[0]");
      case STRING:
        if (takes.test("3.9") && said.startsWith("[0.8.0, "))
          return List.of("\"version\":true", values(versions(said, takes)));
        // What it shows in place of a length is none of its values.
        if (said.contains("by_duration:"))
          return List.of(
              "\"pattern\":" + text("^(latest|earliest|none|by_duration:P[\\dDTHMS.]+)$"),
              "\"allowed\":" + text(said));
        if (said.startsWith("["))
          return List.of(
              "\"anyCase\":true",
              values(List.of(said.substring(1, said.length() - 1).split(", "))));
        if (said.contains("KeyGenerator"))
          return List.of("\"anyCase\":true", values(Security.getAlgorithms("KeyGenerator")));
        if (said.contains("MAC"))
          return List.of("\"anyCase\":true", values(Security.getAlgorithms("Mac")));
        break;
      case LIST:
        if (said.contains("MAC"))
          return List.of("\"anyCase\":true", values(Security.getAlgorithms("Mac")));
        break;
      default:
    }
    String pattern = PATTERNS.get(said.replaceAll("[ ,.].*", ""));
    if (pattern == null)
      throw new IllegalStateException(key.name + " has a validator that is not known: " + said);
    return pattern.isEmpty()
        ? List.of()
        : List.of("\"pattern\":" + text(pattern), "\"allowed\":" + text(said));
  }

  /**
   * By the first word of what a validator says of itself: an element of a list, or the whole text.
   */
  private static final Map<String, String> PATTERNS =
      Map.of(
          "[partitionId]:[brokerId]", "^(\\*|\\d+:\\d+)$",
          "List", "^https?://",
          "Comma-separated", "",
          "non-empty", "");

  /** Kafka's own versions, and the short ones that it makes of what it is given. */
  private static List<String> versions(String said, Predicate<Object> takes) {
    return Stream.of(said.substring(1, said.length() - 1).split(", "))
        .flatMap(each -> Stream.of(each.replaceAll("-.*", ""), each))
        .distinct()
        .filter(takes)
        .toList();
  }

  private static Object field(Object owner, String name) {
    try {
      Field field = owner.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(owner.getClass() + " has no " + name, e);
    }
  }

  /** Numbers that JavaScript cannot hold exactly are text. */
  private static String number(Object number) {
    boolean exact = number instanceof Double || Math.abs(((Number) number).longValue()) < 1L << 53;
    return exact ? number.toString() : text(number.toString());
  }

  private static String values(Collection<?> values) {
    return "\"values\":"
        + values.stream()
            .filter(each -> each != null)
            .map(each -> text(each.toString()))
            .collect(Collectors.joining(",", "[", "]"));
  }

  private static String text(String value) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') json.append('\\').append(c);
      else if (c < ' ') json.append(String.format("\\u%04x", (int) c));
      else json.append(c);
    }
    return json.append('"').toString();
  }
}
