/** Something that a resource declares. */
export interface Declared {
  /** Its identity in the proof: the resource address, with the stack before it where there are several. */
  readonly id: string;
  /** Where a person asked for it, `file:line:column`; the resource address where that is not known. */
  readonly place: string;
}
