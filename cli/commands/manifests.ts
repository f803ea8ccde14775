import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { manifestFiles, WRITTEN } from '../engine/manifests';
import { readProject } from '../engine/project';
import { synthesize } from '../engine/synthesis';
import { cacheFolder } from '../program';

export function manifestsCommand(): Command {
  return new Command('manifests')
    .description(
      'writes what a program has Kubernetes make as YAML, for Argo CD, Flux or kubectl; deploys nothing',
    )
    .argument(
      '<folder>',
      'a file for each stack; those that it wrote before are replaced, others are left alone',
    )
    .action(write);
}

/** In a folder of its own, for somebody may be deploying from the project's. */
async function write(folder: string): Promise<void> {
  readProject();
  const files = manifestFiles(await synthesize(cacheFolder('manifests')));
  const target = resolve(folder);
  await mkdir(target, { recursive: true });
  for (const name of await writtenBefore(target)) await rm(join(target, name));
  for (const { name, text } of files) await writeFile(join(target, name), text);
  console.log(files.map(({ name }) => join(folder, name)).join('\n'));
}

/** Also of stacks that are no more. */
async function writtenBefore(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return names.filter((_, index) => texts[index]?.startsWith(WRITTEN));
}
