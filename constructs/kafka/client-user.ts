import { Aspects } from 'cdktf';
import type { Construct } from 'constructs';
import { placeBetween } from '../core/beside';
import { addStackDependency } from '../core/dependencies';
import { Service } from '../core/service';
import { aclsOf } from './acls-of';
import type { IKafkaCluster } from './interfaces';
import { KafkaUser } from './kafka-user';
import { UserAuthentication } from './user-authentication';

/**
 * Makes a client a user of brokers that ask what it may do, and starts it after its ACLs: they are what the program says of
 * it, which is only known once that is complete. They are in the stack `users` beside the brokers' own; in the client's, if
 * that is the brokers'.
 */
export function becomeUser(client: Construct, cluster: IKafkaCluster, userName: string): void {
  const [place, id] = [placeBetween(cluster, client, 'users'), `user of ${cluster.node.path}`];
  // The page may show a cluster twice.
  if (place.node.tryFindChild(id)) return;
  const authentication = UserAuthentication.mutualTls();
  const user = new KafkaUser(place, id, { cluster, userName, authentication });
  addStackDependency(user, cluster);
  addStackDependency(client, user);
  Aspects.of(user).add({
    visit: (each) => {
      if (each === user) allowAll(user, client);
    },
  });
}

/** Once more at each synth, because the program may have said more. */
function allowAll(user: KafkaUser, client: Construct): void {
  const before = user.node.children.length;
  user.allow(...aclsOf(client));
  if (user.node.children.length === before) return;
  for (const service of client.node.findAll()) if (service instanceof Service) service.startAfter(user);
}
