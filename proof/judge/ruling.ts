import type { Text } from '../../model/text';
import { type Missing, SHOWN, type Statement, type Violation } from '../proof';

type Asked = Pick<Statement, 'id' | 'kind' | 'text' | 'invariant' | 'place'>;

/** Gathers what speaks against one statement, and gives the verdict. */
export class Ruling {
  private readonly violations: Violation[] = [];
  private readonly missing = new Map<string, Missing>();
  private found = 0;

  constructor(private readonly asked: Asked) {}

  get id(): string {
    return this.asked.id;
  }

  /** The violation is only made where it will be told. */
  violated(violation: () => Violation): void {
    if (this.found++ < SHOWN) this.violations.push(violation());
  }

  unknown(place: string, assumption: string): void {
    this.missing.set(`${place} ${assumption}`, { place, assumption });
  }

  get statement(): Statement {
    const verdict = this.found > 0 ? 'VIOLATED' : this.missing.size > 0 ? 'UNKNOWN' : 'PROVED';
    const { violations, found } = this;
    return { ...this.asked, verdict, violations, found, missing: [...this.missing.values()] };
  }
}

/** A sentence that both languages need with the same values in it. */
export function said(en: string, zh: string): Text {
  return { en, zh };
}
