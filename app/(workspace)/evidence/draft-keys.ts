/** Under which name each form about files keeps what is typed and not yet sent. */
export const draftKeys = {
  add: (kind: string, recordId: string) => `evidence/${kind}/${recordId}`,
  renew: (id: string) => `evidence/${id}/renew`,
  withdraw: (id: string) => `evidence/${id}/withdraw`,
}
