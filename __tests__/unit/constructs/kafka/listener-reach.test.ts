import { ListenerReach } from '../../../../constructs/kafka/listener-reach';

test.each<[string, ListenerReach, object]>([
  ['inside', ListenerReach.inside(), { isInside: true, isOpen: false }],
  ['on the machine', ListenerReach.host(), { advertised: 'localhost', bind: '127.0.0.1', isOpen: false }],
  [
    'in a LAN',
    ListenerReach.at('192.168.1.10'),
    { advertised: '192.168.1.10', bind: '192.168.1.10', isOpen: true },
  ],
  [
    'at a name',
    ListenerReach.at('kafka.example.com'),
    { advertised: 'kafka.example.com', bind: '0.0.0.0', isOpen: true },
  ],
  [
    'where Docker Desktop brings others in',
    ListenerReach.at('host.docker.internal', { bind: '127.0.0.1' }),
    { advertised: 'host.docker.internal', bind: '127.0.0.1', isOpen: false },
  ],
])('reached %s, it says what is bound and what is advertised', (_, reach, said) => {
  expect(reach).toMatchObject({ ...said, problem: undefined });
});

test.each([
  ['localhost', 'ListenerReach.host()'],
  ['127.0.0.1', 'ListenerReach.host()'],
  ['0.0.0.0', 'ListenerReach.host()'],
  ['192.168.1.256', 'up to 255'],
  ['192.168.1', 'up to 255'],
  ['kafka_1', 'or a name'],
  ['kafka:9092', 'or a name'],
  ['', 'or a name'],
])('refuses to be found at %p', (address, why) => {
  expect(ListenerReach.at(address).problem).toContain(why);
});

test.each(['::', 'eth0', '192.168.1.256', '1.2.3', '1.2.3.4.'])('refuses to bind %p', (bind) => {
  expect(ListenerReach.at('kafka', { bind }).problem).toContain('an address in IPv4');
});
