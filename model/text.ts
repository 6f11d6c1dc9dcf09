/** A sentence for a person, in the two languages that the toolkit speaks. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Text;
