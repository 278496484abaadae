import type { CanaryPractice } from '../support/practice.ts'
import type { Row } from './row.ts'

const control =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/controls/${ids.controlId}${rest}`]
const framework =
  (rest: string) =>
  ({ ids }: CanaryPractice) => [`/frameworks/${ids.frameworkId}${rest}`]

const officerOnly: Row['answers'] = ['in', 'none', 'none', 'none', 'none', 'ok']
const anyOfficer: Row['answers'] = ['in', 'none', 'none', 'none', 'ok', 'ok']

/** The rows of the matrix for controls and frameworks. They belong to the whole practice, as vendors do. */
export const controlRows: Readonly<Record<string, Row>> = {
  '/controls': {
    at: () => ['/controls', '/controls?q=o&sort=-title', '/controls?requirements=own'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/controls/[id]': { at: control(''), answers: ['in', 'none', 'ok', 'ok', 'none', 'ok'], tells: true },
  '/controls/[id]/edit': { at: control('/edit'), answers: officerOnly, tells: true },
  '/controls/[id]/archive': { at: control('/archive'), answers: officerOnly, tells: true },
  '/controls/[id]/test': { at: control('/test'), answers: officerOnly, tells: true },
  '/controls/[id]/state': { at: control('/state'), answers: officerOnly, tells: true },
  '/controls/[id]/requirements': {
    at: ({ ids }) => [
      `/controls/${ids.controlId}/requirements`,
      `/controls/${ids.controlId}/requirements?framework=${ids.frameworkId}`,
    ],
    answers: officerOnly,
    tells: true,
  },
  '/controls/library': { at: () => ['/controls/library'], answers: anyOfficer },
  '/controls/new': {
    at: ({ ids }) => ['/controls/new', `/controls/new?requirement=${ids.frameworkId}%3AX-1`],
    answers: anyOfficer,
  },
  '/frameworks': {
    at: () => ['/frameworks'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
    tells: true,
  },
  '/frameworks/gaps': {
    at: () => ['/frameworks/gaps', '/frameworks/gaps?kind=voluntary&page=3'],
    answers: ['in', 'none', 'ok', 'ok', 'ok', 'ok'],
  },
  '/frameworks/[framework]': {
    at: framework(''),
    answers: ['in', 'none', 'ok', 'ok', 'none', 'ok'],
    tells: true,
  },
  '/frameworks/put-away/[framework]': {
    at: ({ ids }) => [`/frameworks/put-away/${ids.frameworkId}`],
    answers: officerOnly,
    tells: true,
  },
  '/frameworks/[framework]/[requirement]': {
    at: framework('/X-1'),
    answers: ['in', 'none', 'ok', 'ok', 'none', 'ok'],
    tells: true,
  },
  '/frameworks/[framework]/[requirement]/scope': {
    at: framework('/X-1/scope'),
    answers: officerOnly,
    tells: true,
  },
  '/frameworks/own/new': {
    at: ({ ids }) => ['/frameworks/own/new', `/frameworks/own/new?replaces=${ids.frameworkId}`],
    answers: anyOfficer,
  },
  '/frameworks/own/upload': {
    at: () => ['/frameworks/own/upload'],
    answers: [405, 405, 405, 405, 405, 405],
  },
  '/frameworks/own/[upload]': {
    at: ({ ids }) => [`/frameworks/own/${ids.uploadId}`],
    answers: officerOnly,
    tells: true,
  },
}
