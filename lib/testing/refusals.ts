/** A command’s refusal in one line: its code, its message and what it says of fields; 'ok' when it was none. */
export function refusalOf(
  result: { ok: true } | { ok: false; code: string; message: string; fields: object },
): string {
  return result.ok ? 'ok' : `${result.code}: ${result.message} ${JSON.stringify(result.fields)}`
}
