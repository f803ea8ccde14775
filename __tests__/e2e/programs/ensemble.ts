/** Three ZooKeeper nodes, and a task that uses them; `TASK_COMMAND` says what it does. */
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { DockerPlatform, Size, Task, ZooKeeperEnsemble } from '../../../constructs';
import { localFamily } from '../../../constructs/local-images';

const app = new App();
const stack = new TerraformStack(app, 'ensemble');
const platform = new DockerPlatform(stack, 'platform', {
  platformName: 'e2e-ensemble',
  containerPrefix: 'e2e-ensemble-',
  portOffset: 21_000,
  images: localFamily(join(__dirname, '..', '..', '..', 'images')),
});
const zooKeeper = new ZooKeeperEnsemble(stack, 'zookeeper', {
  platform,
  nodes: 3,
  heap: Size.mebibytes(64),
  memory: Size.mebibytes(192),
});
new Task(stack, 'task', {
  platform,
  serviceName: 'task',
  image: platform.images.zooKeeper,
  user: 'appuser',
  command: ['bash', '-c', process.env.TASK_COMMAND ?? 'true'],
  memory: Size.mebibytes(192),
  dependsOn: [zooKeeper],
});
app.synth();
