import { leftToProperties, settingsEnvironment } from '../../../constructs/core/settings-environment';

test('settings become the environment that the images of Kafka turn into them', () => {
  const settings = { 'log.retention.ms': 1, 'a-b_c.d': true, plain: '' };
  expect(settingsEnvironment('KAFKA', settings)).toEqual({
    KAFKA_LOG_RETENTION_MS: '1',
    KAFKA_A___B__C_D: 'true',
    KAFKA_PLAIN: '',
  });
});

test('what comes from properties is refused by its name', () => {
  const { fails, message, requires } = leftToProperties('the cluster renders', (taken: string[]) => taken);
  expect(requires).toBe('settings name nothing that the cluster renders from properties.');
  expect(fails([])).toBe(false);
  expect(fails(['a'])).toBe(true);
  expect(message(['a', 'b'])).toBe(
    "settings must not name what the cluster renders from properties: 'a', 'b'; use the properties.",
  );
});
