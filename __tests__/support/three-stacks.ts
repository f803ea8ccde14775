import { join } from 'node:path';
import { TerraformStack, type App } from 'cdktf';
import { DockerPlatform, type KafkaLine } from '../../constructs';
import { keepStateLocally } from '../../stacks/local-state';
import { localFamily } from '../../constructs/local-images';

interface ThreeStacks {
  readonly platform: DockerPlatform;
  readonly kafkaStack: TerraformStack;
  readonly topicsStack: TerraformStack;
}

/** A platform of local images, the stack of its brokers and the one of their topics, as `npm start` deploys them. */
export function threeStacks(
  app: App,
  platformName: string,
  portOffset: number,
  line?: KafkaLine,
): ThreeStacks {
  const stack = (id: string): TerraformStack => {
    const made = new TerraformStack(app, id);
    keepStateLocally(made, { platformName });
    return made;
  };
  const platform = new DockerPlatform(stack('platform'), 'platform', {
    platformName,
    containerPrefix: `${platformName}-`,
    portOffset,
    images: localFamily(join(__dirname, '..', '..', 'images'), line),
  });
  return { platform, kafkaStack: stack('kafka'), topicsStack: stack('topics') };
}
