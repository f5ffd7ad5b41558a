// Reads [{name, before, after}] from standard input, templates in their long form, and prints what
// cloudformation-diff finds in each pair. IAM and security group changes are asked for resource by
// resource, since it doesn't say which resource they come from.
import { readFileSync } from 'node:fs';
import { fullDiff } from '@aws-cdk/cloudformation-diff';

const SECTIONS = ['conditions', 'mappings', 'metadata', 'outputs', 'parameters', 'unknown'];
const SINGLE = ['awsTemplateFormatVersion', 'description', 'transform'];

const only = (template, id) =>
  template.Resources?.[id] ? { Resources: { [id]: template.Resources[id] } } : { Resources: {} };

const statement = (s) => {
  const { effect, actions, principals, resources, condition } = s._toJson().value ?? s._toJson();
  return { effect, actions, principals, resources, condition };
};

const both = (changes, show) => ({
  added: changes.additions.map(show),
  removed: changes.removals.map(show),
});

const security = (before, after) => {
  const { iamChanges: iam, securityGroupChanges: groups } = fullDiff(before, after);
  return {
    statements: both(iam.statements, statement),
    managedPolicies: both(iam.managedPolicies, (m) => m.managedPolicyArn),
    permissionSets: both(iam.ssoPermissionSets, (s) => s.name ?? ''),
    assignments: both(iam.ssoAssignments, (s) => s.principalId ?? ''),
    attributes: both(iam.ssoInstanceACAConfigs, (s) => s.ssoInstanceArn ?? ''),
    ingress: both(groups.ingress, (r) => r.toJson()),
    egress: both(groups.egress, (r) => r.toJson()),
  };
};

const resource = (id, change, before, after) => ({
  id,
  change: change.isAddition ? 'Add' : change.isRemoval ? 'Remove' : 'Modify',
  impact: change.changeImpact,
  properties: Object.entries(change.propertyUpdates).map(([name, update]) => ({
    name,
    impact: update.changeImpact ?? 'NO_CHANGE',
  })),
  others: Object.keys(change.otherChanges),
  security: security(only(before, id), only(after, id)),
});

const pairs = JSON.parse(readFileSync(0, 'utf8'));
const found = pairs.map(({ name, before, after }) => {
  const diff = fullDiff(before, after);
  return {
    name,
    resources: Object.entries(diff.resources.changes).map(([id, change]) =>
      resource(id, change, before, after),
    ),
    sections: [
      ...SECTIONS.flatMap((s) => diff[s].logicalIds.map((id) => `${s}: ${id}`)),
      ...SINGLE.filter((s) => diff[s]),
    ],
  };
});
process.stdout.write(JSON.stringify(found));
