/** A service for each attribute of a container; `CHANGED` says whether each has changed its own. */
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { DockerPlatform, Service } from '../../../constructs';
import { keepStateLocally } from '../../../stacks/local-state';
import { EDITS, USUAL } from '../support/attributes';
import { applicationImage, localFamily } from '../../../constructs/local-images';

const NAME = 'e2e-attributes';
const IMAGES = join(__dirname, '..', '..', '..', 'images');

const app = new App();
const stack = new TerraformStack(app, 'attributes');
keepStateLocally(stack, { platformName: NAME });
const platform = new DockerPlatform(stack, 'platform', {
  platformName: NAME,
  containerPrefix: `${NAME}-`,
  portOffset: 27_000,
  images: localFamily(IMAGES),
});
for (const [serviceName, { changed }] of Object.entries(EDITS))
  new Service(stack, serviceName, {
    ...USUAL,
    ...(process.env.CHANGED && changed(platform)),
    platform,
    serviceName,
    image: applicationImage(IMAGES, 'base'),
  });
app.synth();
