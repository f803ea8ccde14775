import Dockerode from 'dockerode';
import { join } from 'node:path';
import { buildImages, serviceImages } from '../cli/setup/images';
import { program, ROOT } from '../cli/program';

/** Builds the images of the family `local` that the Engine does not have yet. */
program(() =>
  buildImages(new Dockerode(), serviceImages(join(ROOT, 'images')), (product, message) => {
    console.log(`${product}: ${message}`);
  }),
);
