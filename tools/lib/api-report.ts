import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { DIST } from './package';
import { ROOT } from './root';

/** What people import, each with a report of its own. The bindings are no face of ours. */
export const ENTRIES: Readonly<Record<string, string>> = {
  'cdktf-streaming': 'index.d.ts',
  'cdktf-streaming-testing': 'testing/index.d.ts',
  'cdktf-streaming-local-images': 'local-images/index.d.ts',
};

const REPORTS = join(ROOT, 'docs', 'api');
const FRESH = join(ROOT, '.cache', 'api');

/**
 * Compares the public face of the type declarations in dist/ with the report that is committed.
 * @param renew whether to write the report where it is another
 * @returns whether it was the same
 */
export function compareWithReport(entry: string, renew: boolean): boolean {
  for (const folder of [REPORTS, FRESH]) mkdirSync(folder, { recursive: true });
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(ROOT, 'package.json'),
    configObject: {
      projectFolder: ROOT,
      mainEntryPointFilePath: join(DIST, ENTRIES[entry] ?? ''),
      compiler: { tsconfigFilePath: join(ROOT, 'tsconfig.package.json') },
      apiReport: { enabled: true, reportFileName: entry, reportFolder: REPORTS, reportTempFolder: FRESH },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
  return !Extractor.invoke(config, {
    localBuild: renew,
    messageCallback: (message) => {
      message.handled = true;
    },
  }).apiReportChanged;
}
