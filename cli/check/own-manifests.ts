import type { Design } from '../../model/design/design';
import { type Manifest, manifestOf } from '../../policies/manifest';
import { placedObjects } from '../kubernetes/placed-objects';

/** What the clusters of a cloud are made of, as `egov render` writes it, to be judged at a level. */
export function ownManifests(design: Design, level: number): readonly Manifest[] {
  const placed = placedObjects(design).flatMap(({ objects }) => objects);
  return placed.flatMap(({ object, place }) => manifestOf(object, place, level) ?? []);
}
