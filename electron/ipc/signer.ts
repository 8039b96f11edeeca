/** Someone who has just proved who he or she is, for one act. Made by people/credentials.ts only. */
export interface Signer {
  readonly staffId: number;
  readonly name: string;
}

/** Both who sign an act at a safe: one opens it, the other holds the other half of the way in. */
export interface TwoSigners {
  operator: Signer;
  second: Signer;
}
