import type { Benchmark } from '../lib/benchmark';
import { applicationSynth } from './application-synth';
import { cdktfSynth } from './cdktf-synth';
import { deploy } from './deploy';
import { firstAverage } from './first-average';
import { idle } from './idle';
import { idleApart } from './idle-apart';
import { idleBefore } from './idle-before';
import { libraryImport } from './import';
import { throughput } from './throughput';
import { latency } from './latency';
import { rolled } from './rolled';
import { sparkRate } from './spark-rate';
import { tls } from './tls';
import { topicsDeploy } from './topics-deploy';
import { topicsSynth } from './topics-synth';
import { unitTests } from './unit-tests';

/** In the order of the results. */
export const BENCHMARKS: readonly Benchmark[] = [
  applicationSynth,
  cdktfSynth,
  topicsSynth,
  libraryImport,
  unitTests,
  deploy,
  firstAverage,
  tls,
  idle,
  idleApart,
  idleBefore,
  topicsDeploy,
  rolled,
  throughput,
  latency,
  sparkRate,
];
