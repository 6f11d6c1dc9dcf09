/** Thousandths of a core in `2` or `500m`. */
export function milliCores(text: string): number {
  return text.endsWith('m') ? Number(text.slice(0, -1)) : Number(text) * 1000;
}

/** Mebibytes in `512Mi` or `2Gi`. */
export function mebibytes(text: string): number {
  return Number(text.slice(0, -2)) * (text.endsWith('Gi') ? 1024 : 1);
}

/** As the API server writes it back, so that no plan sees a difference: `2`, `500m`. */
export function cpuText(milli: number): string {
  return milli % 1000 === 0 ? `${milli / 1000}` : `${milli}m`;
}

/** As the API server writes it back: `2Gi`, `512Mi`. */
export function memoryText(mebi: number): string {
  return mebi % 1024 === 0 ? `${mebi / 1024}Gi` : `${mebi}Mi`;
}
