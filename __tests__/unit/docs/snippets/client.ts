import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092', 'localhost:9093', 'localhost:9094'] });

function event(name: string, age: number, minutesAgo: number): { value: string } {
  const timestamp = new Date(Date.now() - minutesAgo * 60_000).toISOString();
  return { value: JSON.stringify({ name, age, timestamp }) };
}

async function main(): Promise<void> {
  const producer = kafka.producer();
  await producer.connect();
  const messages = [event('Ada', 36, 4), event('Alan', 41, 4), event('Grace', 45, 1)];
  await producer.send({ topic: 'user_events', acks: -1, messages });
  await producer.disconnect();
}

void main();
