import type { EnvironmentValues } from '../environment/environment-schema';

/** What servers boot from, as far as it is declared; only images that some tier uses. */
export type ImageDesign = EnvironmentValues['images'][string] & { readonly key: string; readonly place: string };

/** A volume type of the cloud; only classes that some tier uses. */
export type VolumeClassDesign = EnvironmentValues['volumeClasses'][string] & {
  readonly key: string;
  readonly place: string;
};
