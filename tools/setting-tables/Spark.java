import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.internal.config.ConfigEntry;
import scala.Some;
import scala.collection.JavaConverters;

/**
 * Prints every setting of Spark's own registry as JSON, a setting a line. What a setting takes is
 * hidden in the function that reads it, so that is asked: by what it makes of samples, and where it
 * begins to refuse them. Then the names, and the beginnings of names, that Spark's code reads
 * without the registry.
 */
class Spark {
  private static final Pattern REGISTRIES =
      Pattern.compile(
          "org/apache/spark/(internal/config/\\w*|sql/internal/(Static)?SQLConf|streaming/StreamingConf|sql/kafka010/package)\\$\\.class");
  private static final Pattern NAME = Pattern.compile("spark(\\.[\\w-]+)+\\.?");

  public static void main(String[] args) throws Exception {
    Set<String> read = new TreeSet<>();
    for (String path : System.getProperty("java.class.path").split(":"))
      if (path.matches(".*/spark-[^/]*\\.jar")) scan(path, read);
    Map<String, String> lines = new TreeMap<>();
    // The registry is a field of a Scala object, which is public in its class.
    for (ConfigEntry<?> entry :
        org.apache.spark.internal.config.ConfigEntry$.MODULE$.knownConfigs().values()) {
      String setting = setting(entry);
      lines.put(entry.key(), setting);
      for (String old : JavaConverters.seqAsJavaList(entry.alternatives()))
        lines.putIfAbsent(old, setting);
    }
    read.removeAll(lines.keySet());
    System.out.println(
        "\"application\":{\n"
            + lines.entrySet().stream()
                .map(line -> text(line.getKey()) + ":" + line.getValue())
                .collect(Collectors.joining(",\n"))
            + "\n},\n\"read\":[\n"
            + read.stream().map(Spark::text).collect(Collectors.joining(",\n"))
            + "\n]");
  }

  /** Makes every registry of a jar, and finds each text in its classes that is a setting's name. */
  private static void scan(String path, Set<String> names) throws Exception {
    try (JarFile jar = new JarFile(path)) {
      for (JarEntry file : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (!file.getName().endsWith(".class")) continue;
        if (REGISTRIES.matcher(file.getName()).matches())
          Class.forName(file.getName().replace(".class", "").replace('/', '.'));
        try (InputStream bytes = jar.getInputStream(file)) {
          for (String constant : constants(new DataInputStream(bytes)))
            if (NAME.matcher(constant).matches()) names.add(constant);
        }
      }
    }
  }

  /**
   * The texts in a class.
   *
   * @see https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4
   */
  private static List<String> constants(DataInputStream file) throws IOException {
    List<String> texts = new ArrayList<>();
    file.skipNBytes(8);
    int count = file.readUnsignedShort();
    for (int index = 1; index < count; index++) {
      int tag = file.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.add(file.readUTF());
        case 5, 6 -> {
          file.skipNBytes(8);
          index++;
        }
        case 7, 8, 16, 19, 20 -> file.skipNBytes(2);
        case 15 -> file.skipNBytes(3);
        default -> file.skipNBytes(4);
      }
    }
    return texts;
  }

  private static String setting(ConfigEntry<?> entry) {
    List<String> parts = new ArrayList<>();
    String given = entry.defaultValueString();
    // A default that is a folder of this machine is none of Spark.
    boolean hasDefault =
        !given.matches("(?s)<.*>") && !given.contains(System.getProperty("user.dir"));
    Predicate<String> takes = value -> read(entry, value) != null;
    Object made = sample(entry, hasDefault ? given : "x");
    if (made instanceof Boolean) parts.add(type("BOOLEAN"));
    else if (made instanceof Integer)
      parts.addAll(whole("INT", takes, Integer.MIN_VALUE, Integer.MAX_VALUE));
    else if (made instanceof Long) parts.addAll(amount(entry, takes));
    else if (made instanceof Double) parts.addAll(real(takes));
    else if (made instanceof scala.collection.Seq) parts.add(type("LIST"));
    else if (made instanceof scala.util.matching.Regex) parts.add(type("REGEX"));
    else parts.addAll(string(entry, takes));
    if (hasDefault) parts.add("\"default\":" + text(given));
    return "{" + String.join(",", parts) + "}";
  }

  private static List<String> amount(ConfigEntry<?> entry, Predicate<String> takes) {
    for (long of : List.of(1L, 2L, 3L, 10L, 100L, 1000L, 100_000L)) {
      if (read(entry, of + "d") instanceof Long days)
        return whole(
            "TIME",
            takes,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            unit(
                days,
                of,
                Map.of(
                    86_400_000_000_000L, "ns",
                    86_400_000_000L, "us",
                    86_400_000L, "ms",
                    86_400L, "s",
                    1_440L, "min")));
      if (read(entry, of + "h") instanceof Long hours)
        return whole(
            "TIME",
            takes,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            unit(
                hours,
                of,
                Map.of(
                    3_600_000_000_000L, "ns",
                    3_600_000_000L, "us",
                    3_600_000L, "ms",
                    3_600L, "s",
                    60L, "min")));
      if (read(entry, of + "m") instanceof Long mebibytes && read(entry, of + "mb") != null)
        return whole(
            "SIZE",
            takes,
            -Long.MAX_VALUE,
            Long.MAX_VALUE,
            unit(mebibytes, of, Map.of(1L << 20, "b", 1L << 10, "k", 1L, "m")));
    }
    return whole("LONG", takes, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static String unit(long made, long of, Map<Long, String> units) {
    String unit = units.get(made / of);
    if (unit == null)
      throw new IllegalStateException("A unit that is not known: " + made + " of " + of);
    return "\"unit\":" + text(unit);
  }

  /** What is refused is below the least, above the most, or one of a few between. */
  private static List<String> whole(
      String type, Predicate<String> takes, long least, long most, String... more) {
    List<String> parts = new ArrayList<>(List.of(type(type)));
    parts.addAll(List.of(more));
    LongPredicate accepts = value -> takes.test(Long.toString(value));
    long inside = 1;
    for (long each :
        new long[] {10, 60, 100, 1000, 4096, 65_536, 1 << 20, 1 << 24, 1 << 27, 2, 3, 5, 0, -1})
      if (!accepts.test(inside)) inside = each;
    if (!accepts.test(inside)) {
      String few =
          LongStream.range(0, 10_000)
              .filter(accepts::test)
              .mapToObj(each -> text("" + each))
              .collect(Collectors.joining(","));
      if (few.isEmpty()) throw new IllegalStateException("No value was found that is accepted.");
      parts.add("\"values\":[" + few + "]");
      return parts;
    }
    long min = edge(accepts, least, inside);
    long max = edge(accepts, most, inside);
    if (min != least) parts.add("\"min\":" + number(min));
    if (max != most) parts.add("\"max\":" + number(max));
    List<String> not = new ArrayList<>();
    for (long each = Math.max(min, -5); each <= Math.min(max, 70); each++)
      if (!accepts.test(each)) not.add(Long.toString(each));
    if (!not.isEmpty()) parts.add("\"not\":[" + String.join(",", not) + "]");
    return parts;
  }

  /** The accepted value that is furthest from `inside`, on the way to `end`. */
  private static long edge(LongPredicate accepts, long end, long inside) {
    if (accepts.test(end)) return end;
    long refused = end;
    long accepted = inside;
    while (Math.abs(refused / 2 - accepted / 2) > 0 || Math.abs(refused - accepted) > 1) {
      long middle = refused / 2 + accepted / 2 + (refused % 2 + accepted % 2) / 2;
      if (middle == refused || middle == accepted) break;
      if (accepts.test(middle)) accepted = middle;
      else refused = middle;
    }
    return accepted;
  }

  private static List<String> real(Predicate<String> takes) {
    List<String> parts = new ArrayList<>(List.of(type("DOUBLE")));
    Predicate<Double> accepts = value -> takes.test(Double.toString(value));
    double inside = accepts.test(0.5) ? 0.5 : 2;
    for (double end : new double[] {-1e9, 1e9}) {
      if (accepts.test(end)) continue;
      double refused = end;
      double accepted = inside;
      for (int step = 0; step < 200; step++) {
        double middle = (refused + accepted) / 2;
        if (accepts.test(middle)) accepted = middle;
        else refused = middle;
      }
      double edge = new BigDecimal(accepted).round(new MathContext(6)).doubleValue();
      if (Math.abs(accepted) < 1e-9) edge = 0;
      String open = end < 0 ? "above" : "below";
      parts.add("\"" + (accepts.test(edge) ? end < 0 ? "min" : "max" : open) + "\":" + edge);
    }
    return parts;
  }

  /** What a refusal names and the setting accepts is all that it does. */
  private static List<String> string(ConfigEntry<?> entry, Predicate<String> takes) {
    List<String> parts = new ArrayList<>(List.of(type("STRING")));
    String refusal = refusal(entry, "no-such-value");
    if (refusal == null) return parts;
    List<String> values =
        Stream.of(refusal.split("[^\\w.-]+"))
            .map(word -> word.replaceAll("\\.$", ""))
            .filter(word -> !word.isEmpty())
            // What Spark calls the refusal, and the setting.
            .filter(word -> !word.startsWith("INVALID_CONF_VALUE") && !word.equals(entry.key()))
            .distinct()
            .filter(takes)
            .toList();
    if (values.isEmpty()) return parts;
    // It asks for a class, and names what that extends.
    if (values.size() == 1 && values.get(0).matches("[\\w$]+(\\.[\\w$]+)+"))
      return List.of(type("CLASS"));
    if (values.stream()
        .allMatch(value -> takes.test(value.toLowerCase()) && takes.test(value.toUpperCase())))
      parts.add("\"anyCase\":true");
    parts.add(
        "\"values\":"
            + values.stream().map(Spark::text).collect(Collectors.joining(",", "[", "]")));
    return parts;
  }

  /** What a setting makes of a value; null if it refuses it. */
  private static Object read(ConfigEntry<?> entry, String value) {
    try {
      Object made = entry.valueConverter().apply(value);
      return made instanceof Some<?> some ? some.get() : made;
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static String refusal(ConfigEntry<?> entry, String value) {
    try {
      entry.valueConverter().apply(value);
      return null;
    } catch (RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Object sample(ConfigEntry<?> entry, String given) {
    for (String value :
        List.of(
            "true", "1", "0", "-1", "10", "100", "1000", "65536", "1048576", "0.5", given, "x")) {
      Object made = read(entry, value);
      if (made != null) return made;
    }
    return null;
  }

  private static String type(String type) {
    return "\"type\":" + text(type);
  }

  private static String number(long number) {
    return Math.abs(number) < 1L << 53 ? Long.toString(number) : text(Long.toString(number));
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
