import { container, docker, kafka, HOST_PORTS } from './platform';

export interface ModeRun {
  readonly source: string;
  readonly sink: string;
  remove(): Promise<void>;
}

/** The deployed application once more, as it is but for its output mode, its topics, its checkpoint and its master. */
export async function modeRun(mode: 'update' | 'complete'): Promise<ModeRun> {
  const topics = { source: `${mode}_source`, sink: `${mode}_sink`, deadLetters: `${mode}_dead_letter` };
  const admin = kafka(...HOST_PORTS).admin();
  await admin.connect();
  await admin.createTopics({
    topics: Object.values(topics).map((topic) => ({ topic, numPartitions: 1, replicationFactor: 3 })),
  });

  const deployed = await container('kafka-spark-app').inspect();
  const name = `e2e-mode-${mode}`;
  const command = replaced(deployed.Config.Cmd, {
    '--master': 'local[2]',
    '--output-mode': mode,
    '--source-topic': topics.source,
    '--sink-topic': topics.sink,
    '--dead-letter-topic': topics.deadLetters,
    '--checkpoint-location': `/tmp/checkpoints/${mode}`,
  }).map((word) => (word.startsWith('spark.driver.host=') ? `spark.driver.host=${name}` : word));
  const made = await docker.createContainer({
    name,
    Hostname: name,
    Image: deployed.Config.Image,
    User: deployed.Config.User,
    Cmd: command,
    Labels: { 'cdktf-streaming.test': mode },
    HostConfig: {
      VolumesFrom: [deployed.Id],
      NetworkMode: 'e2e',
      Memory: deployed.HostConfig.Memory,
      ReadonlyRootfs: deployed.HostConfig.ReadonlyRootfs,
      Tmpfs: deployed.HostConfig.Tmpfs,
    },
  });
  // The application was uploaded into the container itself, not into a volume.
  const application = await container('kafka-spark-app').getArchive({ path: '/opt/app' });
  await made.putArchive(application, { path: '/opt' });
  await made.start();
  return {
    ...topics,
    async remove() {
      await made.remove({ force: true });
      await admin.deleteTopics({ topics: Object.values(topics) });
      await admin.disconnect();
    },
  };
}

/** The words of a command with the values after some of its options replaced. */
function replaced(words: readonly string[], options: Readonly<Record<string, string>>): string[] {
  return words.map((word, index) => options[words[index - 1] ?? ''] ?? word);
}
