import { join } from 'node:path';
import Dockerode from 'dockerode';
import { buildImages } from './lib/images';

/** Builds the images of the family `local` that the Engine does not have yet. */
buildImages(new Dockerode(), join(__dirname, '..', 'images'), (product, message) =>
  console.log(`${product}: ${message}`),
).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
