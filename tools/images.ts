import Dockerode from 'dockerode';
import { join } from 'node:path';
import { buildImages, serviceImages } from '../cli/setup/images';
import { program } from '../cli/program';
import { ROOT } from './lib/root';

/** Builds the images of the family `local` that the Engine does not have yet. */
program(ROOT, () =>
  buildImages(new Dockerode(), serviceImages(join(ROOT, 'images')), (product, message) => {
    console.log(`${product}: ${message}`);
  }),
);
