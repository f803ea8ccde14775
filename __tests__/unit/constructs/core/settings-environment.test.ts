import { settingsEnvironment } from '../../../../constructs/core/settings-environment';

test('settings become the environment that the images of Kafka turn into them', () => {
  const settings = { 'log.retention.ms': 1, 'a-b_c.d': true, plain: '' };
  expect(settingsEnvironment('KAFKA', settings)).toEqual({
    KAFKA_LOG_RETENTION_MS: '1',
    KAFKA_A___B__C_D: 'true',
    KAFKA_PLAIN: '',
  });
});
