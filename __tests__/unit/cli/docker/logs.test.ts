import { relevantLogLines, withoutFrames } from '../../../../cli/docker/logs';

test('a log is read without the Engine’s frames and without colours', () => {
  const frame = (text: string): Buffer => {
    const header = Buffer.alloc(8);
    header.writeUInt32BE(Buffer.byteLength(text), 4);
    return Buffer.concat([header, Buffer.from(text)]);
  };
  expect(withoutFrames(Buffer.concat([frame('one\n'), frame('\u001b[31mzwölf\u001b[0m\n')]))).toBe(
    'one\nzwölf\n',
  );
});

const BROKER = `[2026-11-30 05:58:37,446] INFO Cluster ID = lN_C3OUAROaWCRd9hLTVSg (kafka.server.KafkaServer)
[2026-11-30 05:58:37,447] WARN Session is slow (org.apache.zookeeper.ClientCnxn)
[2026-11-30 05:58:37,500] ERROR Fatal error during KafkaServer startup. Prepare to shutdown (kafka.server.KafkaServer)
java.lang.RuntimeException: Invalid cluster.id in: /var/lib/kafka/data/meta.properties. Expected lN_C, but read other
\tat org.apache.kafka.metadata.properties.MetaPropertiesEnsemble.verify(MetaPropertiesEnsemble.java:503)
\t... 12 more
[2026-11-30 05:58:37,600] INFO shutting down (kafka.server.KafkaServer)
[2026-11-30 05:58:39,767] INFO KafkaConfig values: 
\tadvertised.listeners = INTERNAL://kafka1:19092,EXTERNAL://localhost:9092
\terrors.tolerance = all
\tlog.error.class = java.lang.Error
 (kafka.server.KafkaConfig)
`;

test('of a broker’s log it is the failure, not the frames of its trace and not the dump of its configuration', () => {
  expect(relevantLogLines(BROKER)).toEqual([
    expect.stringContaining('ERROR Fatal error during KafkaServer startup'),
    expect.stringContaining('Invalid cluster.id in'),
  ]);
});

test.each([
  [
    'Spark, with what its driver says without a level',
    'It refuses: do this.\n24/11/26 12:00:00 INFO ShutdownHookManager: Shutdown hook called\n',
    ['It refuses: do this.'],
  ],
  [
    'Python',
    'Traceback (most recent call last):\n  File "/opt/app/main.py", line 3, in <module>\n    import missing\nModuleNotFoundError: No module named missing\n',
    ['ModuleNotFoundError: No module named missing'],
  ],
  [
    'nginx',
    '2026/11/30 05:59:17 [notice] 1#1: start worker\n2026/11/30 05:59:17 [emerg] 1#1: host not found in upstream "registry"\n',
    ['2026/11/30 05:59:17 [emerg] 1#1: host not found in upstream "registry"'],
  ],
  [
    'Quarkus',
    '--\\___\\_\\____/_/ |_/_/|_/\n2026-11-30 05:59:17 ERROR [io.quarkus.runtime.Application] (main) Failed to start application\n',
    ['2026-11-30 05:59:17 ERROR [io.quarkus.runtime.Application] (main) Failed to start application'],
  ],
  [
    'Spring, where a warning has an exception of its own',
    '2026-11-30T05:59:16Z  WARN 1 --- [main] c.s.Listener: gone\njava.io.IOException: gone\n2026-11-30T05:59:19Z ERROR 1 --- [main] c.s.Listener: it ends\n',
    ['2026-11-30T05:59:19Z ERROR 1 --- [main] c.s.Listener: it ends'],
  ],
  [
    'Confluent’s scripts',
    '===> Check if /var/lib/kafka/data is writable ...\nCommand [/usr/local/bin/dub path /var/lib/kafka/data writable] FAILED !\n',
    ['Command [/usr/local/bin/dub path /var/lib/kafka/data writable] FAILED !'],
  ],
  [
    'a JVM',
    'NOTE: Picked up JDK_JAVA_OPTIONS: -Xmx1x\nInvalid maximum heap size: -Xmx1x\nError: Could not create the Java Virtual Machine.\n',
    ['Error: Could not create the Java Virtual Machine.'],
  ],
])('of a log of %s it is what failed', (_, log, lines) => {
  expect(relevantLogLines(log)).toEqual(lines);
});

test('the same message is told once, as it came last', () => {
  const line = (second: number): string =>
    `[05:58:0${second}] ERROR No connection to node ${second} (Client)`;
  expect(relevantLogLines([1, 2, 3].map(line).join('\n'))).toEqual([line(3)]);
});

test('of a log that has nothing but INFO it is the last lines, eight of them', () => {
  const lines = Array.from('abcdefghi', (letter) => `[main] INFO line ${letter}`);
  expect(relevantLogLines(lines.join('\n'))).toEqual(lines.slice(1));
});

test('an empty log tells nothing', () => {
  expect(relevantLogLines('')).toEqual([]);
});
