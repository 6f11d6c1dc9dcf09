import type { Surroundings } from '../engines/surroundings';
import { ProblemsError } from '../model/problem';
import { STATE_BACKEND } from '../model/problems/state-problems';

/** Where the states of an environment lie. */
export interface StateBackend {
  readonly kind: 'local' | 'pg' | 's3';
  /** OpenTofu's `backend` block for the state of a stack; secrets are never part of it. */
  blockFor(stack: string): Readonly<Record<string, object>>;
}

/** `local` (the default), `pg` or `s3`: a matter of who runs egov, and not of the description of a cloud. */
const KIND = 'EGOV_STATE_BACKEND';
const BUCKET = 'EGOV_STATE_BUCKET';

/**
 * The backend that the surroundings name. PostgreSQL is found by `PG_CONN_STR`, a store that speaks S3 by
 * `EGOV_STATE_BUCKET`, `AWS_ENDPOINT_URL_S3` and the usual `AWS_*`; both lock. Throws ProblemsError where one is missing.
 */
export function stateBackend(environment: string, surroundings: Surroundings): StateBackend {
  const kind = surroundings[KIND] || 'local';
  const missing = (needed: readonly string[]) => needed.filter((name) => (surroundings[name] ?? '') === '');
  switch (kind) {
    case 'local':
      return { kind, blockFor: (stack) => ({ local: { path: `../../state/${stack}.tfstate` } }) };
    case 'pg':
      refuse(kind, missing(['PG_CONN_STR']));
      return { kind, blockFor: (stack) => ({ pg: { schema_name: schemaName(environment, stack) } }) };
    case 's3':
      refuse(kind, missing([BUCKET, 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']));
      return { kind, blockFor: (stack) => ({ s3: s3Block(environment, stack, surroundings) }) };
    default:
      throw new ProblemsError([STATE_BACKEND.at(KIND, { kind, missing: [] })]);
  }
}

function refuse(kind: string, missing: readonly string[]): void {
  if (missing.length > 0) throw new ProblemsError([STATE_BACKEND.at(KIND, { kind, missing })]);
}

/** Longest name in PostgreSQL, in bytes; what is cut off would be another stack's. */
const LONGEST_SCHEMA = 63;

function schemaName(environment: string, stack: string): string {
  const name = `egov_${environment}_${stack}`.replaceAll(/[^a-z0-9]+/g, '_');
  if (Buffer.byteLength(name) > LONGEST_SCHEMA)
    throw new ProblemsError([STATE_BACKEND.at(KIND, { kind: name, missing: [] })]);
  return name;
}

/** Stores on premises have no regions, accounts or metadata service to be asked. */
function s3Block(environment: string, stack: string, surroundings: Surroundings): object {
  return {
    bucket: surroundings[BUCKET],
    key: `egov/${environment}/${stack}.tfstate`,
    region: surroundings['AWS_REGION'] || 'us-east-1',
    use_lockfile: true,
    use_path_style: true,
    skip_credentials_validation: true,
    skip_metadata_api_check: true,
    skip_region_validation: true,
    skip_requesting_account_id: true,
    skip_s3_checksum: true,
  };
}
