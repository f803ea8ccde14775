#!/usr/bin/env node
// `npx cdktf` where `npm start` has installed no more than it runs: brings the rest, and with it the pinned command line.
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const packages = join(import.meta.dirname, '..', 'node-packages.mjs');
// Not with what cdktf prints, which may be for a program.
const { status } = spawnSync(process.execPath, [packages], { stdio: ['inherit', 2, 2] });
if (status !== 0) process.exit(1);

// In a process of its own: it takes the package of whatever was started for its own.
const cdktf = createRequire(import.meta.url).resolve('cdktf-cli/bundle/bin/cdktf');
const child = spawn(process.execPath, [cdktf, ...process.argv.slice(2)], { stdio: 'inherit' });
child.on('exit', (code) => (process.exitCode = code ?? 1));
// A terminal interrupts both, and cdktf ends what it has begun.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill());
