/** Under which name each form keeps what is typed and not yet sent. */
export const draftKeys = {
  add: 'person/new',
  edit: (id: string) => `person/${id}/edit`,
  leave: (id: string) => `person/${id}/leave`,
}
