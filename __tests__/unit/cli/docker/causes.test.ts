import { knownCause } from '../../../../cli/docker/causes';

test.each([
  [
    'java.lang.RuntimeException: Invalid cluster.id in: /var/lib/kafka/data/meta.properties. Expected a, but read b',
    /volume belongs to another cluster.*npx cdktf-streaming down --volumes/,
  ],
  [
    "kafka.common.InconsistentClusterIdException: The Cluster ID a doesn't match stored clusterId Some(b)",
    /volume belongs to another cluster.*npx cdktf-streaming down --volumes/,
  ],
  ['Invalid node.id in: /data/meta.properties. Expected 2, but read 1', /a broker with another number/],
  [
    'Error while creating ephemeral at /brokers/ids/1, node already exists and owner 72 does not match',
    /predecessor has not ended yet \(\/brokers\/ids\/1\)/,
  ],
  [
    'driver failed programming external connectivity on endpoint kafka1: Bind for 127.0.0.1:9092 failed: port is already allocated',
    /port on the host is taken.*portOffset/,
  ],
  [
    'Error starting userland proxy: listen tcp4 127.0.0.1:8080: bind: address already in use',
    /port on the host is taken/,
  ],
  ['java.net.BindException: Address already in use', /port inside the container is taken/],
  ['java.io.IOException: No space left on device', /The disk is full.*docker system prune/],
  ['java.lang.OutOfMemoryError: Java heap space', /JVM ran out of memory \(Java heap space\).*`heap`/],
  ['java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory', /beside its heap/],
  [
    'java.nio.file.AccessDeniedException: /var/lib/kafka/data/x',
    /may not write to \/var\/lib\/kafka\/data\/x/,
  ],
  [
    'Command [/usr/local/bin/dub path /var/lib/kafka/data writable] FAILED !',
    /may not write to \/var\/lib\/kafka\/data:/,
  ],
  ['java.net.UnknownHostException: zoo1: Name or service not known', /knew no zoo1 when it asked/],
  [
    "Topic 'offsets' supplied via the 'offset.storage.topic' property is required to have 'cleanup.policy=compact'",
    /topic offsets \(offset\.storage\.topic\)/,
  ],
  [
    'TimeoutException: Timed out waiting for a node assignment. Call: listNodes',
    /No broker answered it in time/,
  ],
  [
    'WARN TaskSchedulerImpl: Initial job has not accepted any resources; check',
    /No Spark worker has the cores/,
  ],
  ['exec /opt/entrypoint.sh: exec format error', /another kind of processor/],
])('%s', (line, says) => {
  expect(knownCause(['something else', line])).toMatch(says);
});

test('what is not known is not guessed', () => {
  expect(knownCause(['ERROR Something happened (kafka.server.KafkaServer)'])).toBeUndefined();
});
