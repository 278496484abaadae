import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type axeCore from 'axe-core'
import type { RunOptions } from 'axe-core'

declare global {
  interface Window {
    axe?: typeof axeCore
  }
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const SHOWN_ELEMENTS = 5
/** The short form: the page has to read it each time, and reads it in two thirds of the time. */
const source = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** A colour in transition is neither of the two a reader sees: the rules would measure what stands for 80 ms. */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish()
  })
}

/** Fails with a readable list when axe has anything against the page as it is now; `only`: names of rules, instead of all. */
export async function axe(page: Page, only?: readonly string[]): Promise<void> {
  await comeToRest(page)
  // Read once for each document: its 600 kB take longer than a look at all colours.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const violations = await page.evaluate(
    async (options) => {
      if (!window.axe) throw new Error('axe is not in the page')
      return (await window.axe.run(document, options)).violations
    },
    {
      runOnly: only ? { type: 'rule', values: [...only] } : { type: 'tag', values: TAGS },
      // Nobody reads what passed.
      resultTypes: ['violations'],
    } satisfies RunOptions,
  )
  if (violations.length === 0) return
  const findings = violations.map(({ id, impact, help, helpUrl, nodes }) => {
    const elements = nodes.slice(0, SHOWN_ELEMENTS).map(({ target, html, failureSummary }) => {
      const why = failureSummary?.split('\n').slice(1).join(' ').replace(/\s+/g, ' ').trim()
      return `    ${target.join(' ')}\n      ${html.slice(0, 160)}\n      ${why ?? ''}`
    })
    const more = nodes.length > SHOWN_ELEMENTS ? [`    and ${nodes.length - SHOWN_ELEMENTS} more`] : []
    return [`  ${id} (${impact ?? 'minor'}): ${help}, ${helpUrl}`, ...elements, ...more].join('\n')
  })
  throw new Error(`axe found ${violations.length} fault(s) on ${page.url()}\n${findings.join('\n')}`)
}
