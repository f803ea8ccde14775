import { lacks, MISSING, of, unknown, type Broken } from './mistakes';

/** What Kubernetes' own definitions refuse. */
export const REFUSED_BY_KUBERNETES: readonly Broken[] = [
  ...of('Deployment schema-registry', [
    [
      'a group of long ago',
      'apiVersion',
      'extensions/v1beta1',
      /there is no Deployment in extensions\/v1beta1/,
    ],
    ['no selector', 'spec selector', MISSING, lacks('selector')],
    ['a misspelt probe', 'spec template spec containers 0 livenessProb', {}, unknown('livenessProb')],
    ['a container without a name', 'spec template spec containers 0 name', MISSING, lacks('name')],
    [
      'a variable that is a number',
      'spec template spec containers 0 env 0 value',
      8081,
      /value: must be string/,
    ],
    [
      'a variable said twice',
      'spec template spec containers 0 env',
      [{ name: 'A' }, { name: 'A' }],
      /must not have name="A" twice/,
    ],
    [
      'a volume at a path that has another',
      'spec template spec containers 0 volumeMounts 1',
      { name: 'tmp', mountPath: '/tmp' },
      /must not have mountPath="\/tmp" twice/,
    ],
    [
      'a user by name',
      'spec template spec securityContext runAsUser',
      'appuser',
      /runAsUser: must be integer/,
    ],
    [
      'a user too great for a number of 64 bits',
      'spec template spec securityContext runAsUser',
      1e19,
      /must match format "int64"/,
    ],
    [
      'hardening one level too high',
      'spec template spec securityContext readOnlyRootFilesystem',
      true,
      unknown('readOnlyRootFilesystem'),
    ],
    ['a port in quotes', 'spec template spec containers 0 ports 0 containerPort', '8081', /must be integer/],
    [
      'a port too great for a number of 32 bits',
      'spec template spec containers 0 ports 0 containerPort',
      2 ** 31,
      /must match format "int32"/,
    ],
  ]),
  ...of('Service schema-registry', [
    [
      'a selector by labels, as a Deployment has',
      'spec selector',
      { matchLabels: { app: 'a' } },
      /matchLabels: must be string/,
    ],
    ['a port under the name of a container', 'spec ports 0 containerPort', 8081, unknown('containerPort')],
    ['a port of nothing', 'spec ports 0 port', MISSING, lacks('port')],
  ]),
  ...of('NetworkPolicy schema-registry', [
    ['a misspelt way in', 'spec ingres', [], unknown('ingres')],
    ['peers without a list', 'spec ingress 0 from', { podSelector: {} }, /from: must be array/],
  ]),
  ...of('PersistentVolumeClaim checkpoints', [
    ['a size beside the requests', 'spec size', '5Gi', unknown('size')],
    ['one mode that is no list', 'spec accessModes', 'ReadWriteMany', /accessModes: must be array/],
  ]),
  ...of('ConfigMap metrics', [
    ['a file that is no text', 'data kafka.yaml', { lowercaseOutputName: true }, /must be string/],
    ['bytes that are none', 'binaryData', { key: 'not base64!' }, /must match format "byte"/],
  ]),
  ...of('Job prepare-5f3a', [
    ['a pod without containers', 'spec template spec containers', MISSING, lacks('containers')],
    [
      'arguments that are numbers',
      'spec template spec containers 0 args',
      ['--topics', 3],
      /args\[1\]: must be string/,
    ],
  ]),
  ...of('RoleBinding averages', [
    ['nothing bound', 'roleRef', MISSING, lacks('roleRef')],
    ['a subject without a kind', 'subjects 0 kind', MISSING, lacks('kind')],
  ]),
];
