import type { StarterControl } from '../library.ts'
import { refs } from './references.ts'

/** Vendors: what is signed, asked and watched, and how the practice gets away again. */
export const vendorControls: readonly StarterControl[] = [
  {
    key: 'agreement-before-data',
    title: 'Business associate agreement before any patient data',
    does: 'A vendor gets patient data only after a business associate agreement is signed for the very product and account we use. It has to bind the companies behind the vendor as well.',
    evidence:
      'The signed agreement of each vendor, with the products it covers, beside the day the data began to flow.',
    testEveryMonths: 6,
    requirements: refs({
      rmf: ['GOVERN 6.1', 'MAP 4.1'],
      generative: ['2.4', '2.12'],
      security: [
        '164.308(b)(1)',
        '164.308(b)(3)',
        '164.314(a)(1)',
        '164.314(a)(2)(i)(A)',
        '164.314(a)(2)(i)(B)',
      ],
      privacy: ['164.502(e)', '164.504(e)(2)'],
      iso: ['A.10.2', 'A.10.3'],
    }),
  },
  {
    key: 'data-terms',
    title: 'Contract forbids training on our data and sets its end',
    does: 'The contract says that our data trains no model of others, that incidents are reported to us within days, that content of others is used with leave, and that our data is returned or destroyed at the end.',
    evidence:
      'The clauses marked in each contract, and a picture of the vendor’s settings with training and sharing switched off.',
    testEveryMonths: 12,
    requirements: refs({
      rmf: ['GOVERN 6.1', 'MAP 4.1', 'MAP 4.2'],
      generative: ['2.4', '2.10', '2.12'],
      security: ['164.314(a)(2)(i)(C)'],
      privacy: ['164.504(e)(2)'],
      breach: ['164.410'],
      iso: ['A.7.3', 'A.10.2'],
    }),
  },
  {
    key: 'vendor-questionnaire',
    title: 'Vendors answer our questions every year',
    does: 'Each AI vendor answers on security, model and model host, training data, fairness, known limits, energy use and finances. Somebody reads the answers and decides.',
    evidence: 'The answers with date, who read them, what was missing and what was decided.',
    testEveryMonths: 12,
    requirements: refs({
      rmf: ['GOVERN 6.1', 'MAP 4.2', 'MEASURE 2.9', 'MEASURE 2.12', 'MANAGE 3.1'],
      generative: ['2.5', '2.6', '2.12'],
      iso: ['A.6.2.7', 'A.7.5', 'A.10.3'],
    }),
  },
  {
    key: 'change-notice',
    title: 'Model changes are announced and tested again',
    does: 'Vendors tell us before the model, its host or its settings change. We run our own test cases again and only then let the new version work.',
    evidence:
      'Notices of change from the vendor, the version in use, and the result of the test after each change.',
    testEveryMonths: 3,
    requirements: refs({
      rmf: ['MEASURE 2.4', 'MANAGE 3.1', 'MANAGE 3.2'],
      generative: ['2.12'],
      security: ['164.308(a)(8)'],
      iso: ['A.6.2.6', 'A.10.3'],
    }),
  },
  {
    key: 'exit-plan',
    title: 'Exit plan for every tool, followed to the end',
    does: 'For each tool we know how to get our data out, what replaces it, and how accounts, connections and stored data are closed down. When a tool is retired the list is worked off.',
    evidence:
      'The exit plan, a test export that could be opened, and the vendor’s written word that our data was destroyed.',
    testEveryMonths: 12,
    requirements: refs({
      rmf: ['GOVERN 1.7', 'GOVERN 6.2', 'MANAGE 4.1'],
      generative: ['2.12'],
      security: ['164.310(d)(2)(i)'],
      privacy: ['164.504(e)(2)'],
      iso: ['A.10.2', 'A.10.3'],
    }),
  },
]
