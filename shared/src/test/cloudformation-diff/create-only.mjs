// Prints the properties whose change makes their resource anew, by type, for
// shared/src/main/resources/io/stagegate/review/create-only.txt: from this folder,
//   npm ci && node create-only.mjs > ../../main/resources/io/stagegate/review/create-only.txt
// A question mark stands before a property whose change may do so. SAM's types are left out: the
// specification calls every one of their properties so, which holds for few of them.
import { createRequire } from 'node:module';
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';

const { version } = createRequire(import.meta.url)('@aws-cdk/aws-service-spec/package.json');

const names = (resource, impact, mark) =>
  Object.entries(resource.properties)
    .filter(([, property]) => property.causesReplacement === impact)
    .map(([name]) => mark + name)
    .sort();

const lines = [...loadAwsServiceSpecSync().all('resource')]
  .filter(({ cloudFormationType: type }) => !type.startsWith('AWS::Serverless::'))
  .map((resource) =>
    [resource.cloudFormationType, ...names(resource, 'yes', ''), ...names(resource, 'maybe', '?')])
  .filter((words) => words.length > 1)
  .map((words) => words.join(' '))
  .sort();

console.log(`# From @aws-cdk/aws-service-spec ${version} (Apache License 2.0), made by create-only.mjs.`);
console.log([...new Set(lines)].join('\n'));
