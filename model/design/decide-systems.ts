import type { EnvironmentValues } from '../environment/environment-schema';
import { sortedEntries } from '../stable-hash';
import type { Decision } from './decision';
import type { SystemDesign } from './system-design';

type WrittenTenant = EnvironmentValues['tenants'][string];
type WrittenSystem = WrittenTenant['systems'][string];

/** The information systems of a department, each with what holds for it where the cloud says it for all. */
export function decideSystems(decision: Decision, tenant: string): readonly SystemDesign[] {
  const department = decision.values.tenants[tenant];
  const { protection } = decision.values;
  return sortedEntries(department?.systems ?? {}).map(([key, system]) => {
    const { name, mlps, dataClass, pii, stage, recovery } = system;
    const transit = system.transit ?? protection.transit?.flows;
    const databaseAudit = system.databaseAudit ?? protection.databaseAudit;
    return {
      key: `${tenant}/${key}`,
      name,
      mlps,
      dataClass,
      pii,
      stage,
      importance: importanceOf(system),
      ...(transit !== undefined && { transit }),
      ...(databaseAudit !== undefined && { databaseAudit }),
      ...(recovery !== undefined && { recovery }),
      owner: ownerOf(tenant, department),
      ...(department?.contact !== undefined && { contact: department.contact }),
      place: decision.place('tenants', tenant, 'systems', key),
    };
  });
}

/** Where nobody says it: high from level 3 on, and where the data is important or more. */
export function importanceOf({ importance, mlps, dataClass }: WrittenSystem): 'normal' | 'high' {
  const high = mlps >= 3 || dataClass === 'important' || dataClass === 'core';
  return importance ?? (high ? 'high' : 'normal');
}

/** The office that answers; the department itself where none is named. */
export function ownerOf(tenant: string, department: WrittenTenant | undefined): string {
  return department?.owner ?? tenant;
}
