/** Which suggestions to go through: those of one text, of one import, or all of them. */
export interface ReviewScope {
  readonly communiqueId: string | null
  readonly batchId: string | null
}
