import type { StreamingMatchers } from './matchers';

export { matchers, type MatcherContext, type MatcherResult, type StreamingMatchers } from './matchers';
export {
  synthesize,
  type Attributes,
  type Synthesis,
  type SynthesizedConnector,
  type SynthesizedService,
  type SynthesizedTopic,
  type TerraformJson,
} from './synthesis';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- what `expect` returns is declared so by @types/jest
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars -- with the parameters that it has there
    interface Matchers<R, T> extends StreamingMatchers<R> {}
  }
}
