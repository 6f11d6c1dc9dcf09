/** Whether a value is written out, and no reference to a variable or a data source: `${var.password}`. */
export function constantSecret(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !value.includes('${');
}
