/** A number generator with a seed (mulberry32), so that a world can be made again. */
export class Dice {
  constructor(private state: number) {}

  /** 0 to `sides` − 1. */
  roll(sides: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  }

  one<T>(of: readonly T[]): T {
    return of[this.roll(of.length)] as T;
  }

  some<T>(of: readonly T[], most: number): T[] {
    const count = this.roll(most + 1);
    return [...new Set(Array.from({ length: count }, () => this.one(of)))];
  }

  chance(percent: number): boolean {
    return this.roll(100) < percent;
  }
}
