import { publishedImages, pullImages } from '../../../../cli/setup/pull';
import { KAFKA, ok, start, withFakeEngines } from '../../../support/engine-of-a-test';

const own = withFakeEngines();

describe('a pull', () => {
  let present: boolean;
  beforeEach(() => {
    present = false;
  });

  /** An Engine that pulls with these lines. */
  async function pulls(...lines: object[]): Promise<void> {
    await start(own, (path) => {
      if (path.includes('/images/create')) return { status: 200, lines };
      return present ? ok : 'none';
    });
  }
  const pulled = (report: (...said: string[]) => void = () => undefined): Promise<void> =>
    pullImages(own.engine.docker, [KAFKA], report);

  test('says each tenth of what has come, of all layers together', async () => {
    present = true;
    const layer = (id: string, current: number, total = 1e6): object => ({
      id,
      status: 'Downloading',
      progressDetail: { current, total },
    });
    await pulls(
      { status: 'Pulling from x' },
      layer('a', 1e5),
      layer('a', 1.4e5),
      layer('b', 8.6e5),
      layer('a', 1e6),
    );
    const said: string[] = [];
    await pulled((...each) => said.push(each.join(' ')));
    expect(said).toEqual([`${KAFKA} 10 % of 1 MB`, `${KAFKA} 50 % of 2 MB`, `${KAFKA} 90 % of 2 MB`]);
    expect(own.engine.asked[0]).toContain('fromImage=confluentinc/cp-kafka&tag=7.9.6');
  });

  test.each([
    ['write /var/lib/docker/tmp/x: no space left on device', /disk is full.*docker system prune/],
    ['unexpected EOF', /connection was lost.*try again, what has come is kept/],
    ['read tcp 10.0.0.1:1->1.1.1.1:443: read: connection reset by peer', /connection was lost/],
    ['net/http: TLS handshake timeout', /connection was lost/],
    ['filesystem layer verification failed for digest sha256:0', /not what it announced/],
    ['toomanyrequests: You have reached your pull rate limit.', /no more image pulls.*docker login/],
    ['unauthorized: authentication required', /only with a login/],
    ['manifest unknown', /docker\.io has no confluentinc/],
    ['no matching manifest for linux/arm/v7 in the manifest list entries', /processors of another kind/],
    ['x509: certificate signed by unknown authority', /does not trust the certificate/],
    ['something new', /the Engine says: something new/],
  ])('that fails in its stream by “%s” is explained', async (error, message) => {
    await pulls({ status: 'Pulling' }, { errorDetail: { message: error }, error });
    await expect(pulled()).rejects.toThrow(message);
    await expect(pulled()).rejects.toThrow(new RegExp(`^The image ${KAFKA} could not be pulled: `));
  });

  test('that ends without an error and without the image was broken off', async () => {
    await pulls({ status: 'Pulling' });
    await expect(pulled()).rejects.toThrow(/connection was lost/);
  });

  test('is made of what the stacks run and nobody builds', () => {
    const images = [
      { name: KAFKA },
      { name: KAFKA },
      { name: 'cdktf-streaming/listener:1' },
      { name: 'cdktf-streaming/x:1', build: [{ context: '.' }] },
      { name: '${var.image}' },
    ];
    const containers = [
      { image: '${docker_image.kafka.image_id}' },
      { image: 'sha256:0123456789ab' },
      { image: 'cdktf-streaming/x:1' },
      { image: 'nginx:1' },
    ];
    const resources = (type: string) =>
      (type === 'docker_image' ? images : containers).map((attributes) => ({ address: '', attributes }));
    expect(publishedImages([{ resources }], ['cdktf-streaming/listener:1'])).toEqual([KAFKA, 'nginx:1']);
  });
});
