import type { IConstruct } from 'constructs';
import { CONSTRUCT } from '../core/container-description';
import { mustBe } from '../core/must-be';
import { metadataOf } from '../core/validation';
import type { AclRule } from './acl-rule';

const NEEDS = 'cdktf-streaming/acls';
type Needs = () => readonly AclRule[];

/** Says what `principal` must be allowed so that it can do its work. @param needs asked when the tree is complete */
export function needsAcls(principal: IConstruct, needs: Needs): void {
  principal.node.addMetadata(NEEDS, needs);
}

/**
 * What a construct and all that is in it must be allowed so that it can do what the program says of it, each once: the topics
 * that it reads and writes, its consumer groups, what its product keeps in Kafka, and of a Connect cluster also the work of
 * its connectors. Asked when the program has said everything.
 */
export function aclsOf(construct: IConstruct): readonly AclRule[] {
  mustBe('aclsOf', 'construct', CONSTRUCT, construct);
  const needs = construct.node.findAll().flatMap(({ node }) => metadataOf<Needs>(node.metadata, NEEDS));
  const all = needs.flatMap((each) => each());
  return [...new Map(all.map((rule) => [keyOf(rule), rule])).values()];
}

/** What two rules that are one have in common. */
export function keyOf({ resourceType, name, patternType, operation }: AclRule): string {
  return JSON.stringify([resourceType, name, patternType, operation]);
}
