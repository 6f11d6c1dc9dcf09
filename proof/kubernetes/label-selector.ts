export type Labels = Readonly<Record<string, string>>;

/** One condition on a set of labels; `values` is empty for Exists and DoesNotExist. */
export interface Requirement {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

/**
 * A LabelSelector of Kubernetes: all requirements together. The empty one selects everything; `NotIn` and
 * `DoesNotExist` also select what has no such label (k8s.io/apimachinery `labels.Requirement.Matches`).
 */
export interface LabelSelector {
  readonly requirements: readonly Requirement[];
}

export const EVERYTHING: LabelSelector = { requirements: [] };

export function selects(selector: LabelSelector, labels: Labels): boolean {
  return selector.requirements.every((one) => meets(one, Object.hasOwn(labels, one.key) ? labels[one.key] : undefined));
}

function meets({ operator, values }: Requirement, value: string | undefined): boolean {
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
}

/** The same text for selectors that are written alike, up to order. */
export function selectorText({ requirements }: LabelSelector): string {
  const words = requirements.map(({ key, operator, values }) =>
    JSON.stringify(values.length === 0 ? [key, operator] : [key, operator, ...[...values].sort()]),
  );
  return words.sort().join(' ');
}
