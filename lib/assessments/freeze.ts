import { canonicalJson } from '#lib/base/canonical-json'
import { sha256Of } from '#lib/base/sha256'
import type { Content } from './content.ts'

/** A content as it is frozen: one text for it, and the hash of that text. */
export function freeze(content: Content): { text: string; sha256: string } {
  const text = canonicalJson(content)
  return { text, sha256: sha256Of(text) }
}

/** The sentence that somebody puts their name to. The hash in it is that of the copy. */
export function statementFor(content: Content, sha256: string, isFirst: boolean): string {
  const { ref, title } = content.assessment
  const copy = `${ref} “${title}”, copy ${content.copy?.number ?? 0}, SHA-256 ${sha256}`
  return isFirst
    ? `I have read ${copy}. To the best of my knowledge its answers are true and complete for what it covers, and I sign it for ${content.practice.name}.`
    : `I have read ${copy}, and I sign it for ${content.practice.name}.`
}
