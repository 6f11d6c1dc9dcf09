import { parseImage } from '../../../model/image-reference';

const DIGEST = `sha256:${'0a'.repeat(32)}`;

test.each([
  ['registry.gov.example/finance/portal', 'registry.gov.example', 'finance/portal'],
  ['registry.gov.example/portal:1.2', 'registry.gov.example', 'portal'],
  ['registry.gov.example:5000/finance/portal:1.2', 'registry.gov.example:5000', 'finance/portal'],
  ['localhost/portal', 'localhost', 'portal'],
])('%s with a digest is an image', (named, registry, repository) =>
  expect(parseImage(`${named}@${DIGEST}`)).toEqual({ registry, repository, digest: DIGEST }),
);

test.each([
  ['portal', 'no registry'],
  [`portal:1.2@${DIGEST}`, 'no registry'],
  [`finance/portal@${DIGEST}`, 'no registry'],
  ['registry.gov.example/portal', 'no digest'],
  ['registry.gov.example/portal:latest', 'no digest'],
  ['registry.gov.example/portal@sha256:12', 'bad digest'],
  [`registry.gov.example/portal@${DIGEST.toUpperCase()}`, 'bad digest'],
  ['registry.gov.example/portal@sha1:12', 'bad digest'],
  [`registry.gov.example/Portal@${DIGEST}`, 'malformed'],
  [`registry.gov.example/a//b@${DIGEST}`, 'malformed'],
  [`registry.gov.example/a:b:c@${DIGEST}`, 'malformed'],
  [`registry.gov.example/a@${DIGEST}@${DIGEST}`, 'malformed'],
  ['', 'malformed'],
  ['registry.gov.example/', 'malformed'],
])('%j is %s', (text, fault) => expect(parseImage(text)).toBe(fault));
