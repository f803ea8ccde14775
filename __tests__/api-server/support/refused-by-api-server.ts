import { MISSING, of, type Broken } from '../../kubernetes/support/mistakes';

const CONTAINER = 'spec template spec containers 0';

/** What satisfies every definition, and is refused all the same, by rules that Kubernetes has in its code alone. */
export const REFUSED_BY_API_SERVER: readonly Broken[] = [
  ...of('Deployment schema-registry', [
    ['a port that there is not', `${CONTAINER} ports 0 containerPort`, 70_000, /must be between 1 and 65535/],
    ["a port's name in capitals", `${CONTAINER} ports 0 name`, 'HTTP', /ports\[0\].name: Invalid value/],
    [
      "a port's name of more than 15 letters",
      `${CONTAINER} ports 0 name`,
      'schema-registry-http',
      /no more than 15/,
    ],
    [
      'a probe at a port that is not named so',
      `${CONTAINER} startupProbe httpGet port`,
      70_000,
      /startupProbe.httpGet.port: Invalid value/,
    ],
    ['a probe of nothing', `${CONTAINER} readinessProbe httpGet`, MISSING, /must specify a handler type/],
    [
      'a probe that never fails',
      `${CONTAINER} startupProbe failureThreshold`,
      -1,
      /failureThreshold: Invalid value/,
    ],
    [
      "a container's name with an underscore",
      `${CONTAINER} name`,
      'schema_registry',
      /lowercase RFC 1123 label/,
    ],
    ['no image', `${CONTAINER} image`, MISSING, /image: Required value/],
    [
      'an image that is pulled sometimes',
      `${CONTAINER} imagePullPolicy`,
      'Sometimes',
      /imagePullPolicy: Unsupported value/,
    ],
    [
      'a request above its limit',
      `${CONTAINER} resources requests memory`,
      '2Gi',
      /must be less than or equal to memory limit/,
    ],
    [
      'memory in a unit that there is not',
      `${CONTAINER} resources limits memory`,
      '1 GB',
      /quantities must match/,
    ],
    [
      'a negative amount of memory',
      `${CONTAINER} resources limits memory`,
      '-1Gi',
      /must be greater than or equal to 0/,
    ],
    ['a variable that is no name', `${CONTAINER} env 0 name`, 'HEAP=OPTS', /env\[0\].name: Invalid value/],
    [
      'a variable of a value and a Secret',
      `${CONTAINER} env 0 valueFrom`,
      { secretKeyRef: { name: 'a', key: 'b' } },
      /may not be specified when `value` is not empty/,
    ],
    [
      'a mount of a volume that there is not',
      `${CONTAINER} volumeMounts 0 name`,
      'temporary',
      /volumeMounts\[0\].name: Not found/,
    ],
    [
      'a mount that leaves its volume',
      `${CONTAINER} volumeMounts 0 subPath`,
      '../etc',
      /must not contain '\.\.'/,
    ],
    [
      'a volume of two kinds',
      'spec template spec volumes 0 configMap',
      { name: 'metrics' },
      /may not specify more than 1 volume type/,
    ],
    [
      "a volume's name with a dot",
      'spec template spec volumes 0 name',
      'tmp.d',
      /volumes\[0\].name: Invalid value/,
    ],
    [
      'labels that its selector does not find',
      'spec template metadata labels app',
      'registry',
      /`selector` does not match template `labels`/,
    ],
    ['a selector of everything', 'spec selector', {}, /selector: (Required|Invalid) value/],
    ['less than no replicas', 'spec replicas', -1, /replicas: Invalid value/],
    [
      'pods that end for good',
      'spec template spec restartPolicy',
      'Never',
      /restartPolicy: Unsupported value/,
    ],
    [
      'another selector than it was made with',
      'spec selector matchLabels tier',
      'data',
      /`selector` does not match|field is immutable/,
    ],
    ['a strategy that there is not', 'spec strategy type', 'BlueGreen', /strategy: Unsupported value/],
    [
      'a user below zero',
      'spec template spec securityContext runAsUser',
      -1,
      /must be between 0 and 2147483647/,
    ],
    [
      'a profile of seccomp without its file',
      'spec template spec securityContext seccompProfile type',
      'Localhost',
      /localhostProfile: Required value/,
    ],
    ['an annotation without a name', 'metadata annotations', { '': 'a' }, /annotations: Invalid value/],
  ]),
  ...of('Service schema-registry', [
    ['a port that there is not', 'spec ports 0 port', 0, /must be between 1 and 65535/],
    ['a type that there is not', 'spec type', 'HostPort', /type: Unsupported value/],
    [
      'a port of a node, and no such type',
      'spec ports 0 nodePort',
      30_081,
      /may not be used when `type` is 'ClusterIP'/,
    ],
    ['two ports, one without a name', 'spec ports 1', { port: 8082 }, /ports\[1\].name: Required value/],
    ['another address than it has', 'spec clusterIP', '192.168.0.1', /may not change once set/],
  ]),
  ...of('NetworkPolicy schema-registry', [
    ['a port that there is not', 'spec ingress 0 ports 0 port', 0, /must be between 1 and 65535/],
    [
      'a protocol that there is not',
      'spec ingress 0 ports 0 protocol',
      'ICMP',
      /protocol: Unsupported value/,
    ],
    ['a direction that there is not', 'spec policyTypes', ['Inside'], /policyTypes\[0\]: Unsupported value/],
    [
      'a peer that is an address and a pod',
      'spec ingress 0 from 0 ipBlock',
      { cidr: '10.0.0.0/8' },
      /may not specify both ipBlock and another peer/,
    ],
    [
      'a network that is none',
      'spec ingress 0 from 0',
      { ipBlock: { cidr: '10.0.0.0/99' } },
      /cidr: Invalid value/,
    ],
  ]),
  ...of('PersistentVolumeClaim checkpoints', [
    ['no size', 'spec resources', MISSING, /resources\[?\.?storage\]?: Required value/],
    ['no mode', 'spec accessModes', [], /accessModes: Required value|at least 1 access mode/],
    [
      'a mode that there is not',
      'spec accessModes',
      ['ReadWriteSometimes'],
      /accessModes: Unsupported value|is immutable/,
    ],
    [
      'a smaller size than it has',
      'spec resources requests storage',
      '1Gi',
      /spec is immutable after creation|can not be less than/,
    ],
  ]),
  ...of('ConfigMap metrics', [
    [
      "a file's name with a slash",
      'data',
      { 'conf/kafka.yaml': 'a: 1' },
      /data\[conf\/kafka.yaml\]: Invalid value/,
    ],
    ['text beside bytes of the same name', 'binaryData', { 'kafka.yaml': 'YQ==' }, /duplicate of key/],
  ]),
  ...of('Job prepare-5f3a', [
    [
      'pods that are started for ever',
      'spec template spec restartPolicy',
      'Always',
      /restartPolicy: Required value|Unsupported value/,
    ],
    ['less than no attempts', 'spec backoffLimit', -1, /must be greater than or equal to 0/],
    ['other arguments than it was made with', `${CONTAINER} args`, ['--topics', '4'], /field is immutable/],
  ]),
  ...of('PodDisruptionBudget schema-registry', [
    ['a least and a most', 'spec minAvailable', 1, /minAvailable and maxUnavailable cannot be both set/],
    ['more than all', 'spec maxUnavailable', '150%', /must not be greater than 100%/],
  ]),
  ...of('Role averages', [
    ['verbs of nothing', 'rules 0 resources', MISSING, /resource rules must supply at least one resource/],
    ['no verbs', 'rules 0 verbs', [], /verbs: Required value/],
  ]),
  ...of('RoleBinding averages', [
    [
      'another role than it was made with',
      'roleRef name',
      'admin',
      /roleRef: Invalid value.*field is immutable/,
    ],
    ['a kind of role that there is not', 'roleRef kind', 'Group', /Unsupported value|cannot change roleRef/],
  ]),
  ...of('KafkaTopic user-events', [
    ['a namespace that there is not', 'metadata namespace', 'elsewhere', /namespaces "elsewhere" not found/],
  ]),
];
